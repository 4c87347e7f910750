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
 * @param file the file, which may not exist yet
 */
public record ServerLog(Path file) {
    /**
     * The messages for a setting (first group) that is lower than the primary's (second group), which keeps a standby from
     * starting or continuing.
     */
    public static final Pattern LOWER_SETTING =
            Pattern.compile("(\\w+) = \\d+ is a lower setting than on the (?:primary|master)"
                    + " server(?:, where its value was| \\(its value was) (\\d+)");

    /** The message for WAL that the primary has removed, so that a standby can never stream again. */
    public static final Pattern WAL_REMOVED = Pattern.compile("requested WAL segment \\w+ has already been removed");

    /** The largest number of bytes at the end of the file that are read for a tail. */
    private static final long WINDOW = 1 << 20;

    /** The file's length in bytes; 0 when it does not exist. */
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

    /** The text after this offset. */
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
