package dev.pgduo.junit;

import dev.pgduo.replay.result.LabOutcome;
import dev.pgduo.replay.result.StepListener;
import dev.pgduo.replay.result.StepOutcome;
import dev.pgduo.shell.script.LabPlay;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** A lab that is played on a thread of its own, while its steps are read one by one. */
final class RunningLab {
    private final LabPlay play;
    private final BlockingQueue<Optional<RunningStep>> begun = new LinkedBlockingQueue<>();
    private @Nullable Thread player;

    RunningLab(LabPlay play) {
        this.play = play;
    }

    /** The steps, each as soon as it begins. The play begins with the first one that is read; closing the stream ends it. */
    Stream<RunningStep> steps() {
        return StreamSupport.stream(new Steps(), false).onClose(this::end);
    }

    private final class Steps extends Spliterators.AbstractSpliterator<RunningStep> {
        Steps() {
            super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
        }

        @Override
        public boolean tryAdvance(Consumer<? super RunningStep> action) {
            if (player == null) {
                player = new Thread(RunningLab.this::run, "pgduo " + play.cell().lab());
                player.start();
            }
            Optional<RunningStep> step = next();
            step.ifPresent(action);
            return step.isPresent();
        }
    }

    private Optional<RunningStep> next() {
        try {
            return begun.take();
        } catch (InterruptedException e) {
            end();
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private void run() {
        Told told = new Told();
        try {
            LabOutcome outcome = play.play(told);
            StepVerdict.whole(outcome)
                    .ifPresent(why -> told.whole(StepVerdict.line(outcome)).completeExceptionally(why));
        } catch (RuntimeException | Error e) {
            told.whole(1).completeExceptionally(e);
        } finally {
            begun.add(Optional.empty());
        }
    }

    /** Returns when the lab has been removed. */
    private void end() {
        Thread running = player;
        if (running == null) {
            return;
        }
        running.interrupt();
        boolean interrupted = Thread.interrupted();
        while (running.isAlive()) {
            try {
                running.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Told implements StepListener {
        private CompletableFuture<StepOutcome> current = new CompletableFuture<>();

        @Override
        public void begins(String name, int line) {
            current = add(name, line);
        }

        @Override
        public void ended(StepOutcome outcome) {
            current.complete(outcome);
        }

        /** The result for errors that belong to no step; a step that did not end gets the same. */
        CompletableFuture<StepOutcome> whole(int line) {
            if (!current.isDone()) {
                current.completeExceptionally(new IllegalStateException("the play ended in this step"));
            }
            return add(StepVerdict.WHOLE, line);
        }

        private CompletableFuture<StepOutcome> add(String name, int line) {
            CompletableFuture<StepOutcome> outcome = new CompletableFuture<>();
            begun.add(Optional.of(new RunningStep(play.cell().lab(), name, line, outcome)));
            return outcome;
        }
    }
}
