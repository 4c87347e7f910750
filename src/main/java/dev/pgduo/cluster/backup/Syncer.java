package dev.pgduo.cluster.backup;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Closes finished files on threads of its own, and flushes them to disk before, if so wanted. */
final class Syncer implements AutoCloseable {
    private static final int THREADS = 4;
    /** How many files may wait to be flushed: each of them is open. */
    private static final int OPEN_FILES = 128;

    private final @Nullable ExecutorService workers;
    private final Semaphore room = new Semaphore(OPEN_FILES);
    private final AtomicReference<@Nullable IOException> failure = new AtomicReference<>();

    /** @param durable whether each file is flushed to disk (fsync) */
    Syncer(boolean durable) {
        workers = durable ? Executors.newFixedThreadPool(THREADS) : null;
    }

    void finish(FileChannel file) throws IOException {
        ExecutorService pool = workers;
        if (pool == null) {
            file.close();
            return;
        }
        check();
        try {
            room.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
        pool.execute(() -> force(file));
    }

    /** Waits until all files are on disk, and flushes these directories and all below them. */
    void complete(List<Path> directories) throws IOException {
        ExecutorService pool = workers;
        if (pool == null) {
            return;
        }
        pool.shutdown();
        try {
            while (!pool.awaitTermination(1, TimeUnit.MINUTES)) {
                check();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
        check();
        for (Path directory : directories) {
            try (Stream<Path> all = Files.walk(directory)) {
                all.filter(Files::isDirectory).forEach(Syncer::forceDirectory);
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        }
    }

    @Override
    public void close() {
        if (workers != null) {
            workers.shutdownNow();
        }
    }

    private void force(FileChannel file) {
        try (file) {
            file.force(true);
        } catch (IOException e) {
            failure.compareAndSet(null, e);
        } finally {
            room.release();
        }
    }

    private static void forceDirectory(Path directory) {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void check() throws IOException {
        IOException failed = failure.get();
        if (failed != null) {
            throw failed;
        }
    }
}
