package dev.pgduo.shell.script;

import dev.pgduo.cluster.binaries.ServerBinaries;
import dev.pgduo.transcript.Release;

/**
 * A server that labs are verified on.
 *
 * @param name as it was asked for, or its version
 */
record Target(String name, ServerBinaries server) {
    Release release() {
        return Release.parse(server.version().toString()).orElseThrow();
    }

    /** {@code 15.18}. */
    String version() {
        return server.version().toString();
    }
}
