package dev.pgduo.cluster.quantity;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A node as it was at one moment.
 *
 * @param status what it was doing
 * @param pid the postmaster's process id while it runs
 * @param port what the running server listens on, which may differ from what the lab gave it
 * @param since when the server was started, or when the control file was last written; empty for an empty node
 * @param damage a file without which no server starts, also while one runs that was started before; empty for a sound node
 */
public record NodeState(
        NodeStatus status, OptionalLong pid, Optional<Port> port, Optional<Instant> since, Optional<Damage> damage) {}
