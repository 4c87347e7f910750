package dev.pgduo.lab.place;

import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.Port;
import dev.pgduo.report.LabException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Ports for the two nodes: 5432 and 5433 when both are free, else the next free pair. A node may get another port later.
 *
 * @param byNode each node's port
 * @param reservation holds the ports until the servers are started
 */
public record Ports(Map<NodeName, Port> byNode, PortReservation reservation) {
    private static final int FIRST = 5432;
    private static final int LAST = 65534;

    public Ports {
        byNode = Map.copyOf(byNode);
    }

    /**
     * Takes a pair of ports that no server uses and no other pgduo has reserved.
     *
     * @throws LabException when there is none
     */
    public static Ports freePair() {
        for (int port = FIRST; port < LAST; port += 2) {
            Optional<PortReservation> reserved = PortReservation.pair(port);
            if (reserved.isPresent()) {
                return new Ports(Map.of(NodeName.A, new Port(port), NodeName.B, new Port(port + 1)), reserved.get());
            }
        }
        throw LabException.of("could not find two free ports between " + FIRST + " and " + LAST);
    }

    /** The same, but the pair that begins with this port when that is free. */
    public static Ports freePair(int wanted) {
        return PortReservation.pair(wanted)
                .map(reserved ->
                        new Ports(Map.of(NodeName.A, new Port(wanted), NodeName.B, new Port(wanted + 1)), reserved))
                .orElseGet(Ports::freePair);
    }

    /**
     * Takes other ports in place of those that are in use or belong to another lab now: a pair of neighbours while neither node
     * runs, else one for the node that does not run.
     *
     * @param running the nodes whose servers listen
     * @return empty when the present ports can be kept
     * @throws LabException when no ports are free
     */
    public Optional<Ports> renewed(Set<NodeName> running) {
        Optional<NodeName> lost = byNode.keySet().stream()
                .filter(node -> !running.contains(node) && !ours(port(node)))
                .findFirst();
        if (lost.isEmpty()) {
            return Optional.empty();
        }
        if (running.isEmpty()) {
            Ports pair = freePair();
            reservation.close();
            return Optional.of(pair);
        }
        return Optional.of(withOther(lost.get()));
    }

    private Port port(NodeName node) {
        return Objects.requireNonNull(byNode.get(node), "each node has a port");
    }

    /** Whether a port is this lab's own: one that this pgduo has not reserved may be another lab's. */
    private boolean ours(Port port) {
        return reservation.holds(port.number()) && PortReservation.free(port.number());
    }

    private Ports withOther(NodeName node) {
        for (int port = FIRST; port <= LAST; port++) {
            Optional<PortReservation> reserved = PortReservation.one(port);
            if (reserved.isPresent()) {
                Map<NodeName, Port> ports = new EnumMap<>(byNode);
                ports.put(node, new Port(port));
                return new Ports(ports, reservation.exchanged(port(node), reserved.get()));
            }
        }
        throw LabException.of("could not find a free port between " + FIRST + " and " + LAST);
    }
}
