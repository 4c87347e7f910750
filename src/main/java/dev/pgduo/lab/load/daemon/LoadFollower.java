package dev.pgduo.lab.load.daemon;

import dev.pgduo.cluster.quantity.NodeName;
import java.time.Duration;
import java.util.List;

/**
 * Closes the connections of clients to a node that does not answer any more, when the other node has become the primary. A
 * connection to a frozen node, or through a network that is cut, would not end by itself.
 */
final class LoadFollower implements Runnable {
    private static final Duration LONG = Duration.ofSeconds(1);
    private static final Duration LOOK = Duration.ofMillis(200);

    private final LoadRun run;

    LoadFollower(LoadRun run) {
        this.run = run;
    }

    @Override
    public void run() {
        while (!run.stopping() && run.order().on().isEmpty()) {
            for (NodeName node : NodeName.values()) {
                look(node);
            }
            run.pause(LOOK);
        }
    }

    private void look(NodeName node) {
        List<LoadDoor.Way> stuck = run.clients().stream()
                .flatMap(client -> client.stuck(LONG).stream())
                .filter(way -> way.node() == node)
                .toList();
        if (!stuck.isEmpty() && !run.door().primary(node) && run.door().primary(node.other())) {
            stuck.forEach(way -> way.connection().close());
        }
    }
}
