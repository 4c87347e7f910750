package dev.pgduo.shell.present;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.FailureReason;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** Reports when a file is written or replaced. Used by one thread. */
final class FileChanges implements AutoCloseable {
    /** An editor writes in several steps; changes within this time count as one. */
    private static final long TOGETHER_MILLIS = 200;

    private final WatchService watch;
    private final Path name;

    FileChanges(Path file) {
        Path absolute = file.toAbsolutePath();
        this.name = Objects.requireNonNull(absolute.getFileName(), "a file has a name");
        try {
            watch = FileSystems.getDefault().newWatchService();
            Objects.requireNonNull(absolute.getParent(), "a file is in a directory")
                    .register(watch, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
        } catch (IOException e) {
            throw new LabException(
                    ErrorReport.error("could not watch file \"" + file + "\": " + FailureReason.of(e)), e);
        }
    }

    /** Waits for the next change; false when the thread is interrupted. */
    boolean await() {
        try {
            boolean ours = false;
            while (!ours) {
                ours = ours(watch.take());
            }
            WatchKey more = watch.poll(TOGETHER_MILLIS, TimeUnit.MILLISECONDS);
            while (more != null) {
                ours(more);
                more = watch.poll(TOGETHER_MILLIS, TimeUnit.MILLISECONDS);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean ours(WatchKey key) {
        boolean ours = key.pollEvents().stream().anyMatch(event -> name.equals(event.context()));
        key.reset();
        return ours;
    }

    @Override
    public void close() {
        try {
            watch.close();
        } catch (IOException e) {
            throw new LabException(ErrorReport.error("could not end the watch: " + FailureReason.of(e)), e);
        }
    }
}
