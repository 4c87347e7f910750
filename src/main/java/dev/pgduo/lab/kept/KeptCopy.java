package dev.pgduo.lab.kept;

import dev.pgduo.cluster.quantity.NodeName;
import java.nio.file.Path;
import java.time.Instant;

/**
 * A data directory that was replaced.
 *
 * @param node the node
 * @param number counts up for each node, from 1
 * @param directory the directory that has the data now
 * @param since when the data were replaced
 * @param reason the command that replaced them
 */
public record KeptCopy(NodeName node, int number, Path directory, Instant since, String reason) {
    /** {@code a 2}, as {@code undo} takes it. */
    public String name() {
        return node + " " + number;
    }
}
