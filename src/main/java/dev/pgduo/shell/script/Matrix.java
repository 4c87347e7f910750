package dev.pgduo.shell.script;

import dev.pgduo.cluster.process.Workers;
import dev.pgduo.replay.result.LabOutcome;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Plays labs on servers in parallel, as many as there are jobs, each on a lab of its own, the longest ones first. After an
 * interrupt or the time limit, running plays are ended and remove their labs, and no further ones are started.
 */
final class Matrix {
    private final CellPlayer player;
    private final Crew crew;

    Matrix(CellPlayer player, Crew crew) {
        this.player = player;
        this.crew = crew;
    }

    /** Hears of the plays; called on any thread, one call at a time. */
    interface Watcher {
        default void begins(CellPlan plan) {}

        default void ended(CellPlan plan, LabOutcome outcome) {}
    }

    /**
     * Plays all of them; the watcher gets the results in the order in which they end. Returns false when the time limit was
     * reached before.
     */
    boolean play(List<CellPlan> cells, Watcher watcher) {
        Queue<CellPlan> queue = new ConcurrentLinkedQueue<>(cells.stream()
                .sorted(Comparator.comparingInt(CellPlan::length).reversed())
                .toList());
        try (Workers workers = new Workers("verification", crew.jobs())) {
            for (int i = 0; i < Math.min(crew.jobs(), cells.size()); i++) {
                workers.begin(() -> work(queue, watcher));
            }
            return workers.await(crew.limit());
        }
    }

    private void work(Queue<CellPlan> queue, Watcher watcher) {
        CellPlan plan = queue.poll();
        while (plan != null && !Thread.currentThread().isInterrupted()) {
            CellPlan next = plan;
            synchronized (watcher) {
                watcher.begins(next);
            }
            LabOutcome outcome = player.play(next);
            synchronized (watcher) {
                watcher.ended(next, outcome);
            }
            plan = queue.poll();
        }
    }
}
