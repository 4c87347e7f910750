package dev.pgduo.shell.learn;

import dev.pgduo.course.task.Evaluation;
import dev.pgduo.course.task.TaskCheck;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;

/** Evaluates a task's checks on a thread of its own: after each command and once a second, until they hold. Thread-safe. */
final class TaskWatch implements AutoCloseable {
    private static final Duration PACE = Duration.ofSeconds(1);
    /** How long the prompt waits for the evaluation after a command. */
    private static final Duration MOMENT = Duration.ofMillis(500);
    /** How long a result waits for the end of a running command, to be shown below its output. */
    private static final Duration COURTESY = Duration.ofSeconds(2);

    private final TaskCheck check;
    private final Consumer<Evaluation> done;
    private long asked;
    private long answered;
    private long busySince;
    private boolean busy;
    private boolean closed;

    /** @param done called once, on the watch's thread */
    TaskWatch(TaskCheck check, Consumer<Evaluation> done) {
        this.check = check;
        this.done = done;
        Thread thread = new Thread(this::watch, "task");
        thread.setDaemon(true);
        thread.start();
    }

    private void watch() {
        try {
            boolean goOn = true;
            while (goOn) {
                long question = asked();
                Evaluation now = all(each());
                if (now.holds() && courteous()) {
                    done.accept(now);
                    answer(Long.MAX_VALUE);
                    return;
                }
                answer(question);
                goOn = pause(question);
            }
        } catch (RuntimeException e) {
            if (!isClosed()) {
                LoggerFactory.getLogger(TaskWatch.class).warn("a task is not watched any more", e);
            }
            answer(Long.MAX_VALUE);
        } finally {
            synchronized (check) {
                check.close();
            }
        }
    }

    private static Evaluation all(List<Evaluation> each) {
        return new Evaluation(
                each.stream().allMatch(Evaluation::holds),
                String.join(
                        "; ", each.stream().map(Evaluation::evidence).distinct().toList()));
    }

    /** Evaluates each check now. */
    List<Evaluation> each() {
        synchronized (check) {
            return check.each();
        }
    }

    /** A command begins. */
    synchronized void begins() {
        busy = true;
        busySince = System.nanoTime();
    }

    /** A command has ended: evaluates the checks, and returns after the evaluation or after a moment. */
    synchronized void ended() {
        busy = false;
        asked++;
        notifyAll();
        long until = System.nanoTime() + MOMENT.toNanos();
        try {
            for (long left = MOMENT.toMillis(); left > 0 && answered < asked && !closed; ) {
                wait(left);
                left = (until - System.nanoTime()) / 1_000_000;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until no command is running, for a limited time; false when the watch is closed. */
    private synchronized boolean courteous() {
        try {
            while (busy && !closed) {
                long left = COURTESY.toMillis() - (System.nanoTime() - busySince) / 1_000_000;
                if (left <= 0) {
                    return true;
                }
                wait(left);
            }
        } catch (InterruptedException e) {
            closed = true;
        }
        return !closed;
    }

    private synchronized long asked() {
        return asked;
    }

    private synchronized void answer(long question) {
        answered = question;
        notifyAll();
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private synchronized boolean pause(long question) {
        long until = System.nanoTime() + PACE.toNanos();
        try {
            for (long left = PACE.toMillis(); left > 0 && asked == question && !closed; ) {
                wait(left);
                left = (until - System.nanoTime()) / 1_000_000;
            }
        } catch (InterruptedException e) {
            closed = true;
        }
        return !closed;
    }

    /** Ends the watch without waiting for a running evaluation. */
    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }
}
