package dev.pgduo.cluster.quantity;

import java.util.Locale;

/** How a node dies. */
public enum CrashKind {
    /** SIGQUIT to the postmaster, what {@code pg_ctl stop -m immediate} does. */
    IMMEDIATE,
    /** SIGKILL to the postmaster: postmaster.pid, socket and shared memory stay as in a real crash. */
    KILL;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
