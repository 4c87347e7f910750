package dev.pgduo.lab;

import dev.pgduo.cluster.NodeName;
import dev.pgduo.cluster.Port;
import dev.pgduo.report.LabException;
import java.util.Map;
import java.util.Optional;

/**
 * Ports for the two nodes: 5432 and 5433 when both are free, else the next free pair.
 *
 * @param byNode neighbouring ports
 * @param reservation keeps them until the servers are started
 */
record Ports(Map<NodeName, Port> byNode, PortReservation reservation) {
    private static final int FIRST = 5432;
    private static final int LAST = 65534;

    Ports {
        byNode = Map.copyOf(byNode);
    }

    /**
     * Takes a pair that no server and no other pgduo has.
     *
     * @throws LabException when there is none
     */
    static Ports freePair() {
        for (int port = FIRST; port < LAST; port += 2) {
            Optional<PortReservation> reserved = PortReservation.pair(port);
            if (reserved.isPresent()) {
                return new Ports(Map.of(NodeName.A, new Port(port), NodeName.B, new Port(port + 1)), reserved.get());
            }
        }
        throw LabException.of("could not find two free ports between " + FIRST + " and " + LAST);
    }
}
