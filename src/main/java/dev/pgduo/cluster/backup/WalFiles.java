package dev.pgduo.cluster.backup;

import dev.pgduo.cluster.quantity.Lsn;
import dev.pgduo.cluster.wal.WalSegment;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The WAL segments of one timeline in a data directory, written from a segment's beginning on. Each file has its full size from the start,
 * and is marked as archived when it is complete, so that a standby does not archive it again. For one thread.
 */
final class WalFiles implements AutoCloseable {
    private final Path directory;
    private final int timeline;
    private final long segmentSize;
    private final Syncer syncer;
    private @Nullable FileChannel segment;
    private String name = "";

    /**
     * The segments of a timeline.
     *
     * @param directory pg_wal
     * @param segmentSize bytes, a power of two
     */
    WalFiles(Path directory, int timeline, long segmentSize, Syncer syncer) {
        this.directory = directory;
        this.timeline = timeline;
        this.segmentSize = segmentSize;
        this.syncer = syncer;
    }

    /** Writes WAL that begins at this position, which is the end of what was written before. */
    void write(Lsn start, ByteBuffer bytes) throws IOException {
        long at = start.position();
        while (bytes.hasRemaining()) {
            long offset = at & (segmentSize - 1);
            int length = (int) Math.min(bytes.remaining(), segmentSize - offset);
            FileChannel file = segment == null ? open(new Lsn(at)) : segment;
            ByteBuffer part = bytes.slice(bytes.position(), length);
            long position = offset;
            while (part.hasRemaining()) {
                position += file.write(part, position);
            }
            bytes.position(bytes.position() + length);
            at += length;
            if (position == segmentSize) {
                finish();
            }
        }
    }

    /** Writes the timeline's history file: with it, the server on the copy knows its history before it connects to the source. */
    void history(String file, String content) throws IOException {
        Files.writeString(Files.createFile(directory.resolve(file), privately()), content, StandardCharsets.ISO_8859_1);
        Files.createFile(directory.resolve("archive_status").resolve(file + ".done"), privately());
    }

    /** Closes the last segment. */
    void finish() throws IOException {
        FileChannel file = segment;
        if (file != null) {
            segment = null;
            syncer.finish(file);
            Files.createFile(directory.resolve("archive_status").resolve(name + ".done"), privately());
        }
    }

    private FileChannel open(Lsn lsn) throws IOException {
        name = WalSegment.of(timeline, lsn, segmentSize).name();
        FileChannel file = FileChannel.open(
                directory.resolve(name), Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW), privately());
        file.write(ByteBuffer.allocate(1), segmentSize - 1);
        segment = file;
        return file;
    }

    private static java.nio.file.attribute.FileAttribute<?> privately() {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    }

    @Override
    public void close() throws IOException {
        if (segment != null) {
            segment.close();
        }
    }
}
