package dev.pgduo.cluster.process;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A program's output, of which one can tell from another thread whether its reader waits for more. When the program has ended,
 * what it left in its pipe is still read, but a background process that keeps it open is not waited for, as at a shell's prompt.
 */
final class WatchedStream extends FilterInputStream {
    private static final long LOOK_MILLIS = 20;

    /**
     * How long a reader must have sat in a stream, with nothing coming, before that counts as kept open by a background process;
     * longer than a busy machine lets a thread wait for its turn.
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

    /** Waits for the thread that reads this stream, whose program has ended: until the stream ends, or nothing is left in it. */
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
