package dev.pgduo.cluster.server;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A node's log file.
 *
 * @param file it; may not exist yet
 */
public record ServerLog(Path file) {
    /**
     * What keeps a standby from starting or going on: a setting, the first group, that is lower than its primary's, the second one.
     * A standby must have as much room for transactions as its primary had when it wrote the log.
     */
    public static final Pattern LOWER_SETTING =
            Pattern.compile("(\\w+) = \\d+ is a lower setting than on the (?:primary|master)"
                    + " server(?:, where its value was| \\(its value was) (\\d+)");

    /** What keeps a standby from streaming for good: what it needs next is gone from its primary. */
    public static final Pattern WAL_REMOVED = Pattern.compile("requested WAL segment \\w+ has already been removed");

    /** More than this much of the end is never read for a tail. */
    private static final long WINDOW = 1 << 20;

    /** Its length in bytes; 0 when there is none. */
    public long length() {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    /** The last lines, at most n. */
    public List<String> tail(int n) {
        List<String> lines = since(Math.max(0, length() - WINDOW)).lines().toList();
        return lines.subList(Math.max(0, lines.size() - n), lines.size());
    }

    /** What was written from this place on. */
    public String since(long offset) {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            byte[] bytes = new byte[(int) Math.max(0, Math.min(in.length() - offset, Integer.MAX_VALUE - 8))];
            in.seek(offset);
            in.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}
