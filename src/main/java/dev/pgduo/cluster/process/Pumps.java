package dev.pgduo.cluster.process;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.exec.PumpStreamHandler;

/** Copies a program's streams, as far as they are observed. */
final class Pumps extends PumpStreamHandler {
    private final Map<Thread, WatchedStream> threads = new LinkedHashMap<>();

    Pumps(LineStream out, LineStream err, InputStream input) {
        super(out, err, input);
    }

    @Override
    protected Thread createPump(InputStream from, OutputStream to, boolean closeWhenExhausted) {
        WatchedStream watched = new WatchedStream(from);
        Thread thread = super.createPump(watched, to, closeWhenExhausted);
        if (to instanceof LineStream) {
            threads.put(thread, watched);
        }
        return thread;
    }

    /** Returns when the streams have ended, or nothing is left in them. */
    @Override
    public void stop() {
        try {
            for (Map.Entry<Thread, WatchedStream> pump : threads.entrySet()) {
                pump.getValue().await(pump.getKey());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
