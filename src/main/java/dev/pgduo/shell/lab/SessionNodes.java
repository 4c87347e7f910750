package dev.pgduo.shell.lab;

import dev.pgduo.cluster.quantity.NodeName;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The node of each session's pane, by the pane's margin. Safe for use by several threads. */
public final class SessionNodes {
    private final Map<String, NodeName> nodes = new ConcurrentHashMap<>();

    /** The pane with this margin is on that node from now on; a session that is opened again for it goes there, too. */
    public void isOn(String margin, NodeName node) {
        nodes.put(margin, node);
    }

    /** The pane with this margin was closed, or its server is no node of the lab. */
    public void left(String margin) {
        nodes.remove(margin);
    }

    /** The node of the pane with this margin; empty when it is not known. */
    public Optional<NodeName> of(String margin) {
        return Optional.ofNullable(nodes.get(margin));
    }
}
