package dev.pgduo.cluster.rewind;

import java.io.IOException;
import java.nio.channels.FileChannel;
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
 * Flushes files to disk (fsync) on threads of its own, several at a time, so that the file system writes its journal once for many of them.
 * Safe for use by several threads.
 */
final class FileSync implements AutoCloseable {
    private static final int THREADS = 4;

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, work -> {
        Thread thread = new Thread(work, "sync");
        thread.setDaemon(true);
        return thread;
    });
    private final List<Future<?>> begun = new ArrayList<>();

    /** Begins to flush a file; one that has been removed meanwhile is not an error. */
    synchronized void add(Path path) {
        Callable<Boolean> work = () -> force(path);
        begun.add(threads.submit(work));
    }

    /** Waits until all files are on disk. */
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
