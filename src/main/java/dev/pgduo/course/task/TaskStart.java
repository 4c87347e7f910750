package dev.pgduo.course.task;

import dev.pgduo.cluster.node.Node;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.lab.Lab;
import java.util.EnumMap;
import java.util.Map;

/**
 * The state of the lab when a task began.
 *
 * @param logs how long each node's log was, in bytes
 */
public record TaskStart(Map<NodeName, Long> logs) {
    public TaskStart {
        logs = Map.copyOf(logs);
    }

    /** Now. */
    public static TaskStart of(Lab lab) {
        Map<NodeName, Long> logs = new EnumMap<>(NodeName.class);
        for (Node node : lab.nodes()) {
            logs.put(node.name(), node.layout().logFile().toFile().length());
        }
        return new TaskStart(logs);
    }

    /** Where a node's log went on. */
    long log(NodeName node) {
        return logs.getOrDefault(node, 0L);
    }
}
