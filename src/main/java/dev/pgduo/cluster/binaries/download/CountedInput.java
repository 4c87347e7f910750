package dev.pgduo.cluster.binaries.download;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.function.LongConsumer;

/** A stream that reports the number of bytes read, and ends with an exception when the thread is interrupted. */
final class CountedInput extends FilterInputStream {
    private final LongConsumer listener;
    private long count;

    /**
     * A counted stream.
     *
     * @param listener called repeatedly with the number of bytes read so far
     */
    CountedInput(InputStream in, LongConsumer listener) {
        super(in);
        this.listener = listener;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("interrupted");
        }
        int read = super.read(buffer, offset, length);
        count += Math.max(read, 0);
        listener.accept(count);
        return read;
    }
}
