package dev.pgduo.lab.session;

import dev.pgduo.cluster.conf.ClosedTrust;
import dev.pgduo.cluster.conf.HbaFile;
import dev.pgduo.cluster.conf.HbaLine;
import dev.pgduo.cluster.conf.HbaMatch;
import dev.pgduo.cluster.conf.HbaQuery;
import dev.pgduo.cluster.conf.IpAddress;
import dev.pgduo.cluster.node.Node;
import dev.pgduo.cluster.quantity.Auth;
import dev.pgduo.lab.Lab;
import dev.pgduo.report.LabException;
import dev.pgduo.wire.Endpoint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the socket for sessions that connect to a node by address in a lab that trusts only its sockets: there, a role needs no
 * password where pg_hba.conf had trust for TCP before pgduo closed it.
 *
 * @param lab the lab of the nodes
 */
record SocketDoor(Lab lab) {
    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "::1");

    /** The directory of the socket to connect through; empty when the address has to be used. */
    Optional<Path> to(Endpoint endpoint) {
        if (lab.auth() != Auth.SOCKET || !THIS_MACHINE.contains(endpoint.host())) {
            return Optional.empty();
        }
        return lab.nodes().stream()
                .filter(node -> node.endpoint().port() == endpoint.port())
                .filter(node -> trusts(node, endpoint))
                .map(node -> node.layout().socketDirectory())
                .findFirst();
    }

    private static boolean trusts(Node node, Endpoint endpoint) {
        Path hba = node.layout().data().resolve("pg_hba.conf");
        HbaQuery query = HbaQuery.tcp(
                endpoint.user(),
                endpoint.database(),
                IpAddress.parse("127.0.0.1").orElseThrow());
        try {
            return Files.exists(hba)
                    && HbaMatch.decide(HbaFile.read(hba), query)
                            .map(HbaLine::raw)
                            .filter(ClosedTrust::isClosed)
                            .isPresent();
        } catch (LabException e) {
            return false;
        }
    }
}
