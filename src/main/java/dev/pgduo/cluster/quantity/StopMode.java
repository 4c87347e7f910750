package dev.pgduo.cluster.quantity;

import dev.pgduo.cluster.process.Signal;
import java.util.Locale;

/** pg_ctl's shutdown modes. */
public enum StopMode {
    /** Waits until all clients have disconnected. */
    SMART(Signal.TERM),
    /** Ends all sessions; pg_ctl's default. */
    FAST(Signal.INT),
    /** Ends at once; the next start performs crash recovery. */
    IMMEDIATE(Signal.QUIT);

    private final Signal signal;

    StopMode(Signal signal) {
        this.signal = signal;
    }

    public Signal signal() {
        return signal;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
