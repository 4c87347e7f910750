package dev.pgduo.cluster;

import java.util.Optional;

/**
 * Whom a standby follows.
 *
 * @param server the primary, or the proxy before it
 * @param slot the replication slot on it
 */
public record Upstream(Endpoint server, Optional<SlotName> slot) {}
