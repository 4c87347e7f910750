package dev.pgduo.shell.script;

import dev.pgduo.report.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The number of labs that are played at the same time. */
final class Jobs {
    /** The memory for one lab: two servers with their caches, and their files when these are in memory, in bytes. */
    private static final long BYTES = 512L << 20;

    private static final Path MEMORY = Path.of("/proc/meminfo");
    private static final Pattern AVAILABLE = Pattern.compile("MemAvailable:\\s+(\\d{1,15}) kB");

    private Jobs() {}

    /**
     * The given number, else two for each core, or as many as memory allows.
     *
     * @throws LabException when the given number is less than 1
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

    /** Two labs for each core, because a lab waits for its servers more than it computes; fewer when there is little memory. */
    static int fitting(int cores, long bytes) {
        return (int) Math.max(1, Math.min(2L * cores, bytes / BYTES));
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
