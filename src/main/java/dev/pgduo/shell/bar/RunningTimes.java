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
    /** Statements that take less than this are not shown in the bar. */
    private static final long SHORTEST_SECONDS = 2;

    private final Map<Pane, Running> running = new ConcurrentHashMap<>();

    /** @param left whether the prompt is back already, so that it is over as soon as its pane waits for nothing */
    private record Running(NodeName node, long since, boolean left) {}

    /**
     * Records that a pane's statement begins; ignored when no server runs it.
     *
     * @param worker who runs it; null for nobody
     */
    void begin(Pane pane, Pane.@Nullable Worker worker) {
        if (worker != null && !pane.busy()) {
            running.put(pane, new Running(worker.node(), System.nanoTime(), false));
        }
    }

    /** Removes the statements of panes that do not wait any more, once the prompt is back; the others follow as soon as their panes are. */
    void settle() {
        running.keySet().removeIf(pane -> !pane.busy());
        running.replaceAll((pane, statement) -> new Running(statement.node(), statement.since(), true));
    }

    /** How long the longest statement of each node has been running, in seconds; without those that are too short to be shown. */
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
