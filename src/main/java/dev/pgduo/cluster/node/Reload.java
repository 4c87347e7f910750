package dev.pgduo.cluster.node;

import dev.pgduo.cluster.process.OsProcess;
import dev.pgduo.cluster.process.Signal;
import dev.pgduo.cluster.quantity.ServerQuery;
import dev.pgduo.cluster.quantity.ServerUnavailable;
import dev.pgduo.cluster.quantity.Wait;
import java.time.Duration;

/**
 * Makes a server reload its configuration files, and waits until it has, so that later sessions see the new settings. Files
 * with errors are never loaded, and some servers cannot be asked; in both cases the wait is short.
 *
 * @param postmaster the server's postmaster
 * @param query queries the server
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

    /** The time of the last reload; empty when the server does not answer. */
    private String loaded() {
        try {
            return query.scalar("select pg_conf_load_time()");
        } catch (ServerUnavailable e) {
            return "";
        }
    }
}
