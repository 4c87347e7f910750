package dev.pgduo.lab;

import dev.pgduo.cluster.node.Node;
import dev.pgduo.cluster.quantity.ServerUnavailable;
import java.time.Instant;
import java.util.Optional;

/** The pg_hba.conf lines that trust TCP connections on a node that may trust only its socket; a command may have added them. */
final class OpenTrust {
    private final Node node;
    private final LabQueries query;

    OpenTrust(Node node, LabQueries query) {
        this.node = node;
        this.query = query;
    }

    /** Removes the lines. A server that has read the file with them reads it again; others do so at their next reload. */
    void close() {
        Optional<Instant> written = node.closeTrust();
        if (written.isPresent() && node.status().pid().isPresent() && loadedSince(written.get())) {
            node.reload();
        }
    }

    private boolean loadedSince(Instant written) {
        try {
            String loaded = query.scalar("select (extract(epoch from pg_conf_load_time()) * 1000)::bigint");
            return Long.parseLong(loaded) >= written.toEpochMilli();
        } catch (ServerUnavailable e) {
            return true;
        }
    }
}
