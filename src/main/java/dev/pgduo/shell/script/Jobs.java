package dev.pgduo.shell.script;

import dev.pgduo.report.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How many labs are played at once. */
final class Jobs {
    /** What one lab may take: two servers with their caches, and their files when these are in memory. */
    private static final long BYTES = 512L << 20;

    private static final Path MEMORY = Path.of("/proc/meminfo");
    private static final Pattern AVAILABLE = Pattern.compile("MemAvailable:\\s+(\\d{1,15}) kB");

    private Jobs() {}

    /**
     * The number asked for, else as many as cores and memory allow.
     *
     * @throws LabException when the number is less than 1
     */
    static int of(@Nullable Integer asked) {
        if (asked == null) {
            return fitting(Runtime.getRuntime().availableProcessors(), available());
        }
        if (asked < 1) {
            throw LabException.of("invalid number of jobs: " + asked, "At least one lab must be played at a time.");
        }
        return asked;
    }

    /** One lab for each core, since a lab waits as often as it computes; fewer where memory is short. */
    static int fitting(int cores, long bytes) {
        return (int) Math.max(1, Math.min(cores, bytes / BYTES));
    }

    private static long available() {
        try {
            Matcher matcher = AVAILABLE.matcher(Files.readString(MEMORY));
            return matcher.find() ? Long.parseLong(matcher.group(1)) << 10 : Long.MAX_VALUE;
        } catch (IOException e) {
            return Long.MAX_VALUE;
        }
    }
}
