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
    /** Shorter statements are not shown in the bar. */
    private static final long SHORTEST_SECONDS = 2;

    private final Map<Pane, Running> running = new ConcurrentHashMap<>();

    /** @param left whether the prompt has come back, so that the statement has ended as soon as its pane is not busy */
    private record Running(NodeName node, long since, boolean left) {}

    /**
     * Records that a pane's statement begins; does nothing when no server runs it.
     *
     * @param worker the server process that runs it; null for none
     */
    void begin(Pane pane, Pane.@Nullable Worker worker) {
        if (worker != null && !pane.busy()) {
            running.put(pane, new Running(worker.node(), System.nanoTime(), false));
        }
    }

    /**
     * Removes the statements of panes that are not busy, after the prompt has come back; the others are removed when their
     * panes are not busy any more.
     */
    void settle() {
        running.keySet().removeIf(pane -> !pane.busy());
        running.replaceAll((pane, statement) -> new Running(statement.node(), statement.since(), true));
    }

    /** The time for which the longest statement of each node has been running, in seconds; without short ones. */
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
