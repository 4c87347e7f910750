package dev.pgduo.shell.bar;

import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.shell.prompt.Pane;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** How long the statements of the panes have been running. Thread-safe. */
final class RunningTimes {
    /** What is over sooner is not worth a change of the bar. */
    private static final long SHORTEST_SECONDS = 2;

    private final Map<Pane, Running> running = new ConcurrentHashMap<>();

    /** @param left whether the prompt is back already, so that it is over as soon as its pane waits for nothing */
    private record Running(NodeName node, long since, boolean left) {}

    /** A statement begins, if a server runs it. */
    void begin(Pane pane, Pane.@Nullable Worker worker) {
        if (worker != null && !pane.busy()) {
            running.put(pane, new Running(worker.node(), System.nanoTime(), false));
        }
    }

    /** The prompt is back: the statements of panes that wait for none are over, the others are as soon as their panes are. */
    void settle() {
        running.keySet().removeIf(pane -> !pane.busy());
        running.replaceAll((pane, statement) -> new Running(statement.node(), statement.since(), true));
    }

    /** Seconds of the longest statement of each node that is worth it. */
    Map<NodeName, Long> seconds() {
        Map<NodeName, Long> longest = new EnumMap<>(NodeName.class);
        running.entrySet()
                .removeIf(entry -> entry.getValue().left() && !entry.getKey().busy());
        for (Running statement : running.values()) {
            long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - statement.since());
            if (seconds >= SHORTEST_SECONDS) {
                longest.merge(statement.node(), seconds, Math::max);
            }
        }
        return longest;
    }
}
