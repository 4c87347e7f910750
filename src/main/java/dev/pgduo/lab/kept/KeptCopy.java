package dev.pgduo.lab.kept;

import dev.pgduo.cluster.quantity.NodeName;
import java.nio.file.Path;
import java.time.Instant;

/**
 * A data directory that was replaced.
 *
 * @param node whose
 * @param number counts up for each node, from 1
 * @param directory where it is
 * @param since when it was replaced
 * @param reason the verb that replaced it
 */
public record KeptCopy(NodeName node, int number, Path directory, Instant since, String reason) {
    /** {@code a 2}, as {@code undo} takes it. */
    public String name() {
        return node + " " + number;
    }
}
