package dev.pgduo.cluster.backup;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The progress of a base backup.
 *
 * @param doneKilobytes received so far
 * @param totalKilobytes what the server expects in all; may grow
 */
public record BackupProgress(long doneKilobytes, long totalKilobytes) {
    private static final Pattern COUNT = Pattern.compile(".*, (\\d{1,9})/(\\d{1,9}) tablespaces?\\s*");
    private static final Pattern LINE = Pattern.compile("\\s*(\\d{1,18})/(\\d{1,18}) kB \\(.*");

    /**
     * Whether a line says that all tablespaces have been received, as {@code 22985/22985 kB (100%), 1/1 tablespace} does; pg_basebackup
     * prints it once.
     */
    static boolean isLast(String line) {
        Matcher matcher = COUNT.matcher(line);
        return matcher.matches() && matcher.group(1).equals(matcher.group(2));
    }

    /** The progress line of a backup that is complete. */
    public static String last(long kilobytes, int tablespaces) {
        return kilobytes + "/" + kilobytes + " kB (100%), " + tablespaces + "/" + tablespaces
                + (tablespaces == 1 ? " tablespace" : " tablespaces");
    }

    /** Reads {@code 22985/22985 kB (100%), 1/1 tablespace}; empty for any other line. */
    public static Optional<BackupProgress> parse(String line) {
        Matcher matcher = LINE.matcher(line);
        return matcher.matches()
                ? Optional.of(new BackupProgress(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2))))
                : Optional.empty();
    }
}
