package dev.pgduo.cluster.rewind;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Flushes files to disk (fsync), or removes them, on threads of its own, several at a time: the file system then writes its journal once for
 * many of them, and gives the pages of large files back side by side. Safe for use by several threads.
 */
final class FileWork implements AutoCloseable {
    private static final int THREADS = 4;

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, work -> {
        Thread thread = new Thread(work, "files");
        thread.setDaemon(true);
        return thread;
    });
    private final List<Future<?>> begun = new ArrayList<>();

    /** Begins to flush a file; one that has been removed meanwhile is not an error. */
    void flush(Path path) {
        begin(() -> force(path));
    }

    /** Begins to remove a file; one that is gone already is not an error. */
    void remove(Path path) {
        begin(() -> Files.deleteIfExists(path));
    }

    private synchronized void begin(Callable<Boolean> work) {
        begun.add(threads.submit(work));
    }

    /** Waits until all files are on disk, or gone. */
    synchronized void await() throws IOException {
        for (Future<?> one : begun) {
            try {
                one.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            } catch (ExecutionException e) {
                throw new IOException(e.getCause());
            }
        }
        begun.clear();
    }

    /** Flushes a file to disk; returns whether the file exists. */
    static boolean force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
            return true;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
