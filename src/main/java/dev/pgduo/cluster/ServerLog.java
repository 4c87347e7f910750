package dev.pgduo.cluster;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A node's log file.
 *
 * @param file it; may not exist yet
 */
record ServerLog(Path file) {
    /** More than this much of the end is never read for a tail. */
    private static final long WINDOW = 1 << 20;

    /** Its length in bytes; 0 when there is none. */
    long length() {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    /** The last lines, at most n. */
    List<String> tail(int n) {
        List<String> lines = since(Math.max(0, length() - WINDOW)).lines().toList();
        return lines.subList(Math.max(0, lines.size() - n), lines.size());
    }

    /** What was written from this place on. */
    String since(long offset) {
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
