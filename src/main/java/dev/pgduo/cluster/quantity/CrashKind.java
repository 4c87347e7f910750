package dev.pgduo.cluster.quantity;

import java.util.Locale;

/** How a node dies. */
public enum CrashKind {
    /** SIGQUIT to the postmaster, what {@code pg_ctl stop -m immediate} does. */
    IMMEDIATE,
    /** SIGKILL to the postmaster: postmaster.pid, socket and shared memory stay as in a real crash. */
    KILL,
    /** All processes are stopped and then killed, as when the power fails: none of them notices the end of another. */
    POWER;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
