package dev.pgduo.cluster.node;

import dev.pgduo.cluster.process.OsProcess;
import dev.pgduo.cluster.process.Signal;
import dev.pgduo.cluster.quantity.ServerQuery;
import dev.pgduo.cluster.quantity.ServerUnavailable;
import dev.pgduo.cluster.quantity.Wait;
import java.time.Duration;

/**
 * Lets a server read its configuration files again, and waits until it has: a session that comes after finds them read. Files with
 * errors are never taken, and a server that cannot be asked cannot say so; neither is waited for long.
 *
 * @param postmaster the server's first process
 * @param query asks the server
 */
record Reload(OsProcess postmaster, ServerQuery query) {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    void run() {
        String before = postmaster.stopped() ? "" : loaded();
        postmaster.signal(Signal.HUP);
        if (!before.isEmpty()) {
            Wait.to("have the configuration files read", PATIENCE).comesTrue(() -> !loaded().equals(before));
        }
    }

    /** When the files were last taken over; empty when nobody answers. */
    private String loaded() {
        try {
            return query.scalar("select pg_conf_load_time()");
        } catch (ServerUnavailable e) {
            return "";
        }
    }
}
