package dev.pgduo.shell.script;

import dev.pgduo.replay.result.LabOutcome;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Plays cells at once, as many as there are jobs, each on a lab of its own; the longest labs first, so that none is left alone at
 * the end. An interrupt, or the end of the time, ends those that run, and they remove their labs; none is begun after it.
 */
final class Matrix {
    private static final Duration FOREVER = Duration.ofDays(365);

    private final CellPlayer player;
    private final Crew crew;

    Matrix(CellPlayer player, Crew crew) {
        this.player = player;
        this.crew = crew;
    }

    /** Is told what happens; on any thread, one call at a time. */
    interface Watcher {
        default void begins(CellPlan plan) {}

        default void ended(CellPlan plan, LabOutcome outcome) {}
    }

    /** Plays all cells; the watcher gets the outcomes, in the order in which they end. False when the time was over before. */
    boolean play(List<CellPlan> cells, Watcher watcher) {
        Queue<CellPlan> queue = new ConcurrentLinkedQueue<>(cells.stream()
                .sorted(Comparator.comparingInt(CellPlan::length).reversed())
                .toList());
        ExecutorService workers = Executors.newFixedThreadPool(crew.jobs(), task -> new Thread(task, "verify"));
        Thread hook = new Thread(workers::shutdownNow, "stop-verifying");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < Math.min(crew.jobs(), cells.size()); i++) {
                running.add(workers.submit(() -> work(queue, watcher)));
            }
            long end = System.nanoTime() + crew.limit().orElse(FOREVER).toNanos();
            for (Future<?> worker : running) {
                worker.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            }
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException(ErrorReport.error("canceling the verification due to user request"), e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } finally {
            end(workers, hook);
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

    /** Only when every worker is gone is every lab gone. */
    private static void end(ExecutorService workers, Thread hook) {
        workers.shutdownNow();
        boolean interrupted = Thread.interrupted();
        try {
            if (!workers.awaitTermination(1, TimeUnit.MINUTES)) {
                throw LabException.of("could not end the verification within a minute");
            }
        } catch (InterruptedException e) {
            interrupted = true;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            forget(hook);
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The program is ending already, and the hook is what runs.
        }
    }
}
