package dev.pgduo.session.query;

import java.time.Duration;
import java.util.Locale;

/** The line of {@code \timing}. */
final class Timing {
    private Timing() {}

    /** The duration in milliseconds, and from one second on also in hours, minutes and seconds (psql: {@code PrintTiming}). */
    static String line(Duration duration) {
        double millis = duration.toNanos() / 1e6;
        String plain = String.format(Locale.ROOT, "Time: %.3f ms", millis);
        if (millis < 1000) {
            return plain + "\n";
        }
        double seconds = millis / 1000;
        long minutes = (long) (seconds / 60);
        seconds -= minutes * 60;
        if (minutes < 60) {
            return plain + String.format(Locale.ROOT, " (%02d:%06.3f)\n", minutes, seconds);
        }
        return plain + longer(minutes, seconds);
    }

    private static String longer(long minutes, double seconds) {
        long hours = minutes / 60;
        long days = hours / 24;
        String clock = String.format(Locale.ROOT, "%02d:%02d:%06.3f", hours % 24, minutes % 60, seconds);
        return days == 0 ? " (" + clock + ")\n" : " (" + days + " d " + clock + ")\n";
    }
}
