package dev.pgduo.cluster.binaries.download;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Reads a stream on a thread of its own, some megabytes ahead, so that decompression and writing overlap. Read by one thread,
 * which an interrupt stops; closing it ends the other thread.
 */
final class ReadAhead extends InputStream {
    private static final int CHUNK = 1 << 16;
    private static final int CHUNKS = 64;

    private final InputStream source;
    private final BlockingQueue<Chunk> chunks = new ArrayBlockingQueue<>(CHUNKS);
    private final Thread thread = new Thread(this::fill, "pgduo-read-ahead");
    private Chunk current = new Chunk(ByteBuffer.allocate(0), false, null);

    /** A part of the stream, or its end, possibly with an exception. */
    private record Chunk(
            ByteBuffer bytes, boolean end, @Nullable IOException failure) {
        static Chunk end(@Nullable IOException failure) {
            return new Chunk(ByteBuffer.allocate(0), true, failure);
        }
    }

    ReadAhead(InputStream source) {
        this.source = source;
        thread.setDaemon(true);
        thread.start();
    }

    private void fill() {
        try {
            Chunk chunk;
            do {
                chunk = next();
                chunks.put(chunk);
            } while (!chunk.end());
        } catch (InterruptedException e) {
            // The stream was closed, so that no more is read.
        }
    }

    private Chunk next() {
        try {
            byte[] bytes = new byte[CHUNK];
            int length = source.read(bytes, 0, CHUNK);
            return length < 0 ? Chunk.end(null) : new Chunk(ByteBuffer.wrap(bytes, 0, length), false, null);
        } catch (IOException e) {
            return Chunk.end(e);
        } catch (RuntimeException e) {
            return Chunk.end(new IOException(e));
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        while (!current.end() && !current.bytes().hasRemaining()) {
            current = take();
        }
        if (current.failure() != null) {
            throw current.failure();
        }
        if (current.end()) {
            return -1;
        }
        int count = Math.min(length, current.bytes().remaining());
        current.bytes().get(buffer, offset, count);
        return count;
    }

    private Chunk take() throws InterruptedIOException {
        try {
            return chunks.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    @Override
    public void close() throws IOException {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        source.close();
    }
}
