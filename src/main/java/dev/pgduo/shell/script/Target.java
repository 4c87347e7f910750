package dev.pgduo.shell.script;

import dev.pgduo.cluster.binaries.ServerBinaries;
import dev.pgduo.replay.result.Cell;
import dev.pgduo.version.ServerVersion;

/**
 * A server that labs are verified on.
 *
 * @param name as it was asked for, or its version
 */
public record Target(String name, ServerBinaries server) {
    /** One that is named by its major. */
    public Target(ServerBinaries server) {
        this(server.version().majorName(), server);
    }

    /** One that was asked for with this word; what is no version is named by the server's. */
    public static Target named(String word, ServerBinaries server) {
        return new Target(word.matches("[\\d.]+") ? word : server.version().toString(), server);
    }

    /** A lab on it. */
    public Cell cell(String lab) {
        return new Cell(lab, name, version());
    }

    ServerVersion version() {
        return server.version();
    }
}
