package dev.pgduo.cluster.process;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.exec.PumpStreamHandler;

/**
 * Moves a program's streams. When the program has ended, what it left in its pipes is still read, but a background process that
 * keeps them open is not waited for, as at a shell's prompt.
 */
final class Pumps extends PumpStreamHandler {
    private static final long LOOK_MILLIS = 50;

    private final LineStream out;
    private final LineStream err;
    private final List<Thread> threads = new ArrayList<>();

    Pumps(LineStream out, LineStream err, InputStream input) {
        super(out, err, input);
        this.out = out;
        this.err = err;
    }

    @Override
    protected Thread createPump(InputStream from, OutputStream to, boolean closeWhenExhausted) {
        Thread thread = super.createPump(from, to, closeWhenExhausted);
        threads.add(thread);
        return thread;
    }

    /** Returns when the streams have ended, or when nothing came for a while. */
    @Override
    public void stop() {
        try {
            for (Thread thread : threads) {
                await(thread);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void await(Thread thread) throws InterruptedException {
        long before;
        do {
            before = out.size() + err.size();
            thread.join(LOOK_MILLIS);
        } while (thread.isAlive() && out.size() + err.size() > before);
    }
}
