package dev.pgduo.cluster.wal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A buffer for the content of one record after the other; a record longer than 1 MB is kept in a file, so that little memory is used. */
final class RecordBody {
    private static final int IN_MEMORY = 1 << 20;
    private static final int FIRST = 1 << 13;

    private ByteBuffer kept = ByteBuffer.allocate(FIRST).order(ByteOrder.nativeOrder());
    private ByteBuffer bytes = kept;

    /**
     * Begins a record.
     *
     * @param length the size of its content in bytes
     */
    void begin(int length) {
        if (length > IN_MEMORY) {
            bytes = mapped(length);
            return;
        }
        if (length > kept.capacity()) {
            int size = Math.min(IN_MEMORY, Integer.highestOneBit(length) << 1);
            kept = ByteBuffer.allocate(size).order(ByteOrder.nativeOrder());
        }
        bytes = kept;
        bytes.clear();
    }

    void add(ByteBuffer part) {
        bytes.put(part);
    }

    /** The whole content; valid until the next record begins. */
    ByteBuffer whole() {
        return bytes.flip();
    }

    private static ByteBuffer mapped(int length) {
        try {
            Path file = Files.createTempFile("pgduo-wal-record", null);
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                return channel.map(FileChannel.MapMode.READ_WRITE, 0, length).order(ByteOrder.nativeOrder());
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
