package dev.pgduo.cluster.quantity;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The state of a node at one moment.
 *
 * @param status whether and how it runs
 * @param pid the postmaster's process id; empty when it does not run
 * @param port the port of the running server, which may differ from the lab's
 * @param since the start time of the server, or the modification time of the control file; empty for an empty node
 * @param damage a missing or damaged file without which no server starts, also while a server runs that was started before;
 * empty when there is none
 */
public record NodeState(
        NodeStatus status, OptionalLong pid, Optional<Port> port, Optional<Instant> since, Optional<Damage> damage) {}
