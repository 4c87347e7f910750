package dev.pgduo.cluster.process;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.commons.exec.PumpStreamHandler;

/**
 * Moves a program's streams. When the program has ended, what it left in its pipes is still read, but a background process that
 * keeps them open is not waited for, as at a shell's prompt.
 */
final class Pumps extends PumpStreamHandler {
    private static final long LOOK_MILLIS = 20;

    /**
     * How long a reader must have sat in a stream, with nothing coming, before that counts as kept open by a background process;
     * longer than a busy machine lets a thread wait for its turn.
     */
    private static final long PATIENCE_MILLIS = 1000;

    private final Map<Thread, Watched> threads = new LinkedHashMap<>();

    Pumps(LineStream out, LineStream err, InputStream input) {
        super(out, err, input);
    }

    @Override
    protected Thread createPump(InputStream from, OutputStream to, boolean closeWhenExhausted) {
        Watched watched = new Watched(from);
        Thread thread = super.createPump(watched, to, closeWhenExhausted);
        if (to instanceof LineStream) {
            threads.put(thread, watched);
        }
        return thread;
    }

    /** Returns when the streams have ended, or when nothing is left in them that could be read. */
    @Override
    public void stop() {
        try {
            for (Map.Entry<Thread, Watched> pump : threads.entrySet()) {
                await(pump.getKey(), pump.getValue());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void await(Thread thread, Watched from) throws InterruptedException {
        long empty = 0;
        long reads = from.reads();
        thread.join(LOOK_MILLIS);
        while (thread.isAlive() && empty < PATIENCE_MILLIS) {
            boolean still = from.reading() && from.reads() == reads;
            empty = still ? empty + LOOK_MILLIS : 0;
            reads = from.reads();
            thread.join(LOOK_MILLIS);
        }
    }

    /** A stream of which one can tell, from another thread, whether its reader waits for more. */
    private static final class Watched extends FilterInputStream {
        private final AtomicLong reads = new AtomicLong();
        private volatile boolean reading;

        Watched(InputStream in) {
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

        /** How often it was read from. */
        long reads() {
            return reads.get();
        }

        boolean reading() {
            return reading;
        }
    }
}
