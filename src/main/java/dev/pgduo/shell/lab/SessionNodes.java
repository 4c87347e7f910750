package dev.pgduo.shell.lab;

import dev.pgduo.cluster.quantity.NodeName;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** On which node each session's pane is, as the panes themselves say, by their margins. Safe for several threads. */
public final class SessionNodes {
    private final Map<String, NodeName> nodes = new ConcurrentHashMap<>();

    /** The pane with this margin is on that node from now on, also when its session has to be opened anew. */
    public void isOn(String margin, NodeName node) {
        nodes.put(margin, node);
    }

    /** The pane with this margin is closed, or on no node of the lab. */
    public void left(String margin) {
        nodes.remove(margin);
    }

    /** Empty for a margin of which no pane has spoken. */
    public Optional<NodeName> of(String margin) {
        return Optional.ofNullable(nodes.get(margin));
    }
}
