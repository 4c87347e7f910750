package dev.pgduo.shell.script;

import dev.pgduo.cluster.binaries.ServerBinaries;
import dev.pgduo.replay.result.Cell;
import dev.pgduo.version.ServerVersion;

/**
 * A server on which labs are verified.
 *
 * @param name the word with which it was asked for, or its version
 */
public record Target(String name, ServerBinaries server) {
    /** A server with its major as name. */
    public Target(ServerBinaries server) {
        this(server.version().majorName(), server);
    }

    /** A server with this word as name if that is a version; else with its own version. */
    public static Target named(String word, ServerBinaries server) {
        return new Target(word.matches("[\\d.]+") ? word : server.version().toString(), server);
    }

    /** A lab on this server. */
    public Cell cell(String lab) {
        return new Cell(lab, name, version());
    }

    ServerVersion version() {
        return server.version();
    }
}
