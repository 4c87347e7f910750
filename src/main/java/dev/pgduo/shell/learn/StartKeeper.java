package dev.pgduo.shell.learn;

import dev.pgduo.lab.Lab;
import dev.pgduo.shell.stage.Presentation;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Keeps copies at the starts of sections while the student continues: one after the other, on a thread of its own. */
final class StartKeeper implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 20;

    private final KeptStarts starts;
    private final Lab lab;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread made = new Thread(work, "keep-start");
        made.setDaemon(true);
        return made;
    });

    StartKeeper(KeptStarts starts, Lab lab) {
        this.starts = starts;
        this.lab = lab;
    }

    /** Keeps a copy of the lab at a step, which has this line. */
    void keep(int step, int line, Presentation.Mark mark) {
        thread.execute(() -> starts.keep(step, line, lab, mark));
    }

    /** Waits until the last copy is complete. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
