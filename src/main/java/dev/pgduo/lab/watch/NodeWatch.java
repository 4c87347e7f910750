package dev.pgduo.lab.watch;

import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.lab.Lab;
import dev.pgduo.lab.pair.NodeInspector;
import dev.pgduo.lab.pair.NodePicture;
import dev.pgduo.lab.pair.NodeProbe;
import dev.pgduo.lab.pair.ReplicationState;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Inspects one node: its files always, and its server through a connection of its own while it runs. For one thread. */
final class NodeWatch {
    private final Lab lab;
    private final NodeName name;
    private @Nullable NodeProbe probe;
    private @Nullable NodeInspector inspector;
    private int port;

    NodeWatch(Lab lab, NodeName name) {
        this.lab = lab;
        this.name = name;
    }

    NodeFacts look() {
        int now = lab.port(name);
        NodeInspector look = inspector;
        if (look == null || now != port) {
            close();
            look = new NodeInspector(lab.node(name));
            inspector = look;
            port = now;
        }
        Optional<ReplicationState> answer = Optional.empty();
        if (lab.node(name).status().status().running()) {
            answer = probe().ask();
        } else {
            // A smart shutdown waits until all clients have disconnected.
            close();
        }
        NodePicture picture = look.look(answer);
        return new NodeFacts(name, picture.state().status(), port, answer, Optional.of(picture));
    }

    private NodeProbe probe() {
        NodeProbe open = probe == null ? new NodeProbe(lab.probe(name).withShortTimeout(), lab.capabilities()) : probe;
        probe = open;
        return open;
    }

    void close() {
        if (probe != null) {
            probe.close();
            probe = null;
        }
    }
}
