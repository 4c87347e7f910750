package dev.pgduo.lab.load.daemon;

import dev.pgduo.cluster.layout.NodeLayout;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.server.PostmasterFile;
import dev.pgduo.lab.place.LabState;
import dev.pgduo.report.LabException;
import dev.pgduo.wire.ConnectFailed;
import dev.pgduo.wire.Endpoint;
import dev.pgduo.wire.TargetSession;
import dev.pgduo.wire.Timeouts;
import dev.pgduo.wire.WireConnection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Opens connections to the server under load: to the node that is the primary now, which is found as libpq does with
 * {@code target_session_attrs}; or always the same node. Ports are taken from the lab's own record and from the servers' files,
 * as they may change. Thread-safe.
 *
 * @param lab its directory
 * @param complaints hears why a node was not used
 */
record LoadDoor(Path lab, LoadOrder order, Consumer<String> complaints) {
    private static final Timeouts PATIENCE = new Timeouts(Duration.ofSeconds(2), Duration.ZERO);
    private static final Timeouts IMPATIENCE = new Timeouts(Duration.ofSeconds(1), Duration.ofSeconds(1));

    /** A connection and its node. */
    record Way(NodeName node, WireConnection connection) {}

    /** Tries each node once, this one first; empty when neither is the node that is wanted. */
    Optional<Way> open(NodeName first) {
        for (NodeName node : order.on().map(List::of).orElse(List.of(first, first.other()))) {
            Optional<Way> way = open(node, PATIENCE);
            if (way.isPresent()) {
                return way;
            }
        }
        return Optional.empty();
    }

    /** Whether a node is the primary, and answers within a short time. */
    boolean primary(NodeName node) {
        Optional<Way> way = open(node, IMPATIENCE);
        way.ifPresent(found -> found.connection().close());
        return way.isPresent();
    }

    private Optional<Way> open(NodeName node, Timeouts timeouts) {
        Optional<PostmasterFile> running =
                PostmasterFile.read(new NodeLayout(lab.resolve(node.toString())).postmasterFile());
        if (running.isEmpty()) {
            return Optional.empty();
        }
        try {
            LabState state = LabState.load(lab);
            int port = running.flatMap(PostmasterFile::port)
                    .orElse(state.port(node))
                    .number();
            String password = state.password().isEmpty() ? null : state.password();
            Endpoint endpoint = new Endpoint("127.0.0.1", null, port, "postgres", "postgres", password);
            WireConnection connection = WireConnection.open(endpoint, startup(), timeouts);
            return Optional.of(
                    new Way(node, order.on().isPresent() ? connection : connection.checked(TargetSession.PRIMARY)));
        } catch (ConnectFailed e) {
            complaints.accept(e.words());
            return Optional.empty();
        } catch (LabException e) {
            complaints.accept(e.report().message());
            return Optional.empty();
        }
    }

    private Map<String, String> startup() {
        return order.writing()
                ? Map.of("application_name", "pgduo load")
                : Map.of("application_name", "pgduo load", "default_transaction_read_only", "on");
    }
}
