package dev.pgduo.cluster.wal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A directory with WAL segments.
 *
 * @param path the directory
 * @param segmentSize bytes, from the header of a segment's first page
 */
public record WalDirectory(Path path, long segmentSize) {
    /** The form of a segment's file name. */
    public static final Pattern SEGMENT = Pattern.compile("[0-9A-F]{24}");

    private static final List<String> BELOW = List.of("pg_wal", "pg_xlog");
    private static final int SIZE_AT = 32;

    /** A file with a segment's name does not begin with a valid WAL page. */
    public static final class NoSegment extends Exception {
        private static final long serialVersionUID = 1L;

        NoSegment(String message) {
            super(message, null, false, false);
        }
    }

    /** The directories to look in: the given one, and pg_wal and pg_xlog in it. */
    public static List<Path> candidates(Path directory) {
        return Stream.concat(Stream.of(directory), BELOW.stream().map(directory::resolve))
                .toList();
    }

    /**
     * The first of the directories that has segments.
     *
     * @param segment the segment that has to be in it; empty for any
     */
    public static Optional<WalDirectory> find(List<Path> candidates, Optional<String> segment)
            throws NoSegment, IOException {
        for (Path directory : candidates) {
            Optional<Path> file =
                    segment.isPresent() ? segment.map(directory::resolve).filter(Files::exists) : anySegment(directory);
            if (file.isPresent()) {
                return Optional.of(new WalDirectory(directory, segmentSize(file.get())));
            }
        }
        return Optional.empty();
    }

    private static Optional<Path> anySegment(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file ->
                            SEGMENT.matcher(file.getFileName().toString()).matches())
                    .findFirst();
        }
    }

    private static long segmentSize(Path file) throws NoSegment, IOException {
        byte[] page;
        try (InputStream in = Files.newInputStream(file)) {
            page = in.readNBytes(WalPages.SIZE);
        }
        if (page.length < WalPages.SIZE) {
            throw new NoSegment(
                    "could not read file \"" + file.getFileName() + "\": read " + page.length + " of " + WalPages.SIZE);
        }
        int size = ByteBuffer.wrap(page).order(ByteOrder.nativeOrder()).getInt(SIZE_AT);
        if (!WalSegment.possibleSize(size)) {
            throw new NoSegment("WAL segment size must be a power of two between 1 MB and 1 GB, but the WAL file \""
                    + file.getFileName() + "\" header specifies " + size + (size == 1 ? " byte" : " bytes"));
        }
        return size;
    }
}
