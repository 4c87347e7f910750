package dev.pgduo.cluster;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far a base backup is.
 *
 * @param doneKilobytes what has come
 * @param totalKilobytes what the server expects in all; may grow
 */
public record BackupProgress(long doneKilobytes, long totalKilobytes) {
    private static final Pattern LINE = Pattern.compile("\\s*(\\d{1,18})/(\\d{1,18}) kB \\(.*");

    /** Reads {@code 22985/22985 kB (100%), 1/1 tablespace}; empty for any other line. */
    static Optional<BackupProgress> parse(String line) {
        Matcher matcher = LINE.matcher(line);
        return matcher.matches()
                ? Optional.of(new BackupProgress(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2))))
                : Optional.empty();
    }
}
