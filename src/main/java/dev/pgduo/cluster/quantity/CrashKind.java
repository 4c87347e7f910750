package dev.pgduo.cluster.quantity;

import java.util.Locale;

/** The ways in which a node crashes. */
public enum CrashKind {
    /** SIGQUIT to the postmaster, as by {@code pg_ctl stop -m immediate}. */
    IMMEDIATE,
    /** SIGKILL to the postmaster: postmaster.pid, socket and shared memory stay as in a real crash. */
    KILL,
    /** All processes are stopped and then killed, as in a power failure: none of them notices the end of another one. */
    POWER;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
