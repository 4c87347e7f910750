package dev.pgduo.course.task;

import dev.pgduo.cluster.node.Node;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.lab.Lab;
import java.util.EnumMap;
import java.util.Map;

/**
 * The state of the lab when a task began.
 *
 * @param logs the length of each node's log, in bytes
 */
public record TaskStart(Map<NodeName, Long> logs) {
    public TaskStart {
        logs = Map.copyOf(logs);
    }

    /** The present state. */
    public static TaskStart of(Lab lab) {
        Map<NodeName, Long> logs = new EnumMap<>(NodeName.class);
        for (Node node : lab.nodes()) {
            logs.put(node.name(), node.layout().logFile().toFile().length());
        }
        return new TaskStart(logs);
    }

    /** The length of a node's log when the task began, in bytes. */
    long log(NodeName node) {
        return logs.getOrDefault(node, 0L);
    }
}
