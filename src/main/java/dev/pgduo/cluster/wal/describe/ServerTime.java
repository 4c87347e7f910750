package dev.pgduo.cluster.wal.describe;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Formats the server's timestamps, microseconds since 2000, as its programs do: in the time zone of TZ. */
final class ServerTime {
    private static final long EPOCH = 946_684_800L;
    private static final long MICROS = 1_000_000L;
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter ZONE = DateTimeFormatter.ofPattern("zzz", Locale.ROOT);

    private record Second(long number, String text, String zone) {}

    private static volatile Second last = at(0);

    private ServerTime() {}

    /** {@code 2026-01-02 03:04:05.123456 UTC}. */
    static String text(long micros) {
        long seconds = Math.floorDiv(micros, MICROS);
        Second second = last;
        if (second.number != seconds) {
            second = at(seconds);
            last = second;
        }
        String fraction = Long.toString(MICROS + Math.floorMod(micros, MICROS)).substring(1);
        return second.text + "." + fraction + " " + second.zone;
    }

    private static Second at(long seconds) {
        ZonedDateTime time = Instant.ofEpochSecond(seconds + EPOCH).atZone(ZoneId.systemDefault());
        ZoneId zone = time.getZone();
        boolean utc = zone.normalized().equals(ZoneOffset.UTC);
        return new Second(seconds, SECONDS.format(time), utc ? "UTC" : ZONE.format(time));
    }
}
