package dev.pgduo.cluster.receive;

import dev.pgduo.cluster.files.FileTree;
import dev.pgduo.cluster.quantity.Lsn;
import dev.pgduo.cluster.wal.WalSegment;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The segments in a directory: the complete ones, and the one that is being written, which has the suffix {@code .partial}. For one thread.
 */
final class ReceivedSegments implements AutoCloseable {
    private static final Pattern NAME = Pattern.compile("([0-9A-F]{24})(\\.gz)?(\\.partial)?");
    private static final String PARTIAL = ".partial";

    private final ReceiveOptions options;
    private final long size;
    private final ReceiveListener listener;
    private @Nullable SegmentOutput output;
    private String name = "";

    /** @param size the size of a segment in bytes */
    ReceivedSegments(ReceiveOptions options, long size, ReceiveListener listener) {
        this.options = options;
        this.size = size;
        this.listener = listener;
    }

    /**
     * The position from which WAL has to be received.
     *
     * @param start the beginning of a segment
     */
    record Place(long timeline, Lsn start) {}

    /** The position after the newest complete segment, or the beginning of the incomplete one; empty in an empty directory. */
    Optional<Place> next() throws IOException {
        return FileTree.entries(options.directory()).stream()
                .map(this::found)
                .flatMap(Optional::stream)
                .max(Comparator.comparing((Found one) -> one.segment.start())
                        .thenComparing(one -> one.segment.timeline())
                        .thenComparing(one -> !one.partial))
                .map(newest -> new Place(
                        newest.segment.timeline(), newest.partial ? newest.segment.start() : newest.segment.end()));
    }

    private record Found(WalSegment segment, boolean partial) {}

    private Optional<Found> found(Path file) {
        Matcher matcher = NAME.matcher(String.valueOf(file.getFileName()));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        boolean partial = matcher.group(3) != null;
        return partial || complete(file, matcher.group(2) != null)
                ? Optional.of(new Found(WalSegment.parse(matcher.group(1), size), partial))
                : Optional.empty();
    }

    private boolean complete(Path file, boolean compressed) {
        try {
            long bytes = compressed ? uncompressed(file) : Files.size(file);
            if (bytes != size) {
                listener.warning((compressed ? "compressed segment file \"" : "segment file \"") + file.getFileName()
                        + (compressed ? "\" has incorrect uncompressed size " : "\" has incorrect size ") + bytes
                        + ", skipping");
            }
            return bytes == size;
        } catch (IOException e) {
            return false;
        }
    }

    /** The uncompressed size, from the last four bytes of a gzip file. */
    private static long uncompressed(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer end = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            channel.read(end, Math.max(0, channel.size() - Integer.BYTES));
            return Integer.toUnsignedLong(end.getInt(0));
        }
    }

    /** Writes bytes of one segment, after all bytes before them. */
    void write(long timeline, Lsn start, ByteBuffer bytes) throws IOException {
        SegmentOutput current = output;
        if (current == null) {
            current = open(WalSegment.of(timeline, start, size));
            output = current;
        }
        current.write(bytes);
    }

    private SegmentOutput open(WalSegment segment) throws IOException {
        boolean compressed = options.compression() > 0;
        name = segment.name() + (compressed ? ".gz" : "");
        Path file = options.directory().resolve(name + PARTIAL);
        if (!compressed && Files.exists(file) && Files.size(file) != 0 && Files.size(file) != size) {
            throw new IOException(
                    "write-ahead log file \"" + file + "\" has " + Files.size(file) + " bytes, should be 0 or " + size);
        }
        FileChannel channel =
                FileChannel.open(file, Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE), privately());
        if (compressed) {
            channel.truncate(0);
            return SegmentOutput.compressed(channel, options.compression());
        }
        if (channel.size() == 0) {
            channel.write(ByteBuffer.allocate(1), size - 1);
        }
        return SegmentOutput.plain(channel);
    }

    private static FileAttribute<?> privately() {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    }

    /** Flushes the written data to disk. */
    void force() throws IOException {
        if (output != null) {
            output.force();
        }
    }

    /** Closes the present segment; a complete one is renamed. */
    void close(boolean whole) throws IOException {
        SegmentOutput current = output;
        if (current == null) {
            return;
        }
        output = null;
        current.close(options.durability() != ReceiveOptions.Durability.NONE);
        if (whole) {
            Path file = options.directory().resolve(name + PARTIAL);
            Files.move(file, options.directory().resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } else {
            listener.info("not renaming \"" + name + PARTIAL + "\", segment is not complete");
        }
    }

    @Override
    public void close() throws IOException {
        SegmentOutput current = output;
        output = null;
        if (current != null) {
            current.close(false);
        }
    }
}
