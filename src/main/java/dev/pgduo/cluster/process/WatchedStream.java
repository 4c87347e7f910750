package dev.pgduo.cluster.process;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A program's output stream for which another thread can tell whether its reader is waiting. When the program has ended, the
 * rest in the pipe is still read; but as at a shell's prompt, a background process that keeps the pipe open is not waited for.
 */
final class WatchedStream extends FilterInputStream {
    private static final long LOOK_MILLIS = 20;

    /**
     * How long a reader must have waited without data before a background process is assumed to keep the stream open, in
     * milliseconds; longer than threads are delayed on a busy machine.
     */
    private static final long PATIENCE_MILLIS = 1000;

    private final AtomicLong reads = new AtomicLong();
    private volatile boolean reading;

    WatchedStream(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        reads.incrementAndGet();
        reading = true;
        try {
            return super.read(target, offset, length);
        } finally {
            reading = false;
        }
    }

    /**
     * Waits for the thread that reads this stream, whose program has ended: until the stream ends, or no data are left in it.
     */
    void await(Thread reader) throws InterruptedException {
        long empty = 0;
        long before = reads.get();
        reader.join(LOOK_MILLIS);
        while (reader.isAlive() && empty < PATIENCE_MILLIS) {
            boolean still = reading && reads.get() == before;
            empty = still ? empty + LOOK_MILLIS : 0;
            before = reads.get();
            reader.join(LOOK_MILLIS);
        }
    }
}
