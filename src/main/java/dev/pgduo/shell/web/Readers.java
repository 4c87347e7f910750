package dev.pgduo.shell.web;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The readers of the live page. Each is sent one batch of events after the other; a connection that does not take its batch in
 * time is closed, and the browser reconnects with the number of its last event. Thread-safe.
 */
final class Readers implements AutoCloseable {
    private static final Duration QUIET = Duration.ofSeconds(15);
    private static final Pattern AFTER = Pattern.compile("(?:^|&)after=(\\d{1,18})(?:&|$)");

    private final LiveEvents events;
    private final int most;
    private final Semaphore places;
    private final Duration slowest;
    private final Future<?> watching;
    private final Map<Thread, Long> writing = new ConcurrentHashMap<>();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread made = new Thread(work, "live-page-watch");
        made.setDaemon(true);
        return made;
    });

    /**
     * Nobody yet.
     *
     * @param most the largest number of readers at the same time
     * @param slowest the time in which a reader has to take one batch
     */
    Readers(LiveEvents events, int most, Duration slowest) {
        this.slowest = slowest;
        this.events = events;
        this.most = most;
        this.places = new Semaphore(most);
        this.watching = watch.scheduleWithFixedDelay(
                this::dropSlow, slowest.toMillis(), slowest.toMillis() / 4, TimeUnit.MILLISECONDS);
    }

    /** Sends events to a reader until the presentation has ended or the reader has disconnected. */
    void serve(HttpExchange exchange) throws IOException {
        if (!places.tryAcquire()) {
            exchange.getResponseHeaders().set("Retry-After", "10");
            exchange.sendResponseHeaders(503, -1);
            return;
        }
        try {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
            exchange.sendResponseHeaders(200, 0);
            tell(exchange.getResponseBody(), after(exchange));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            writing.remove(Thread.currentThread());
            places.release();
        }
    }

    private void tell(OutputStream out, long after) throws IOException, InterruptedException {
        write(out, "retry: 1000\n\n".getBytes(StandardCharsets.UTF_8));
        long at = after;
        while (true) {
            LiveEvents.Batch batch = events.after(at, QUIET);
            at = batch.last();
            byte[] bytes = batch.bytes().length == 0 ? ":\n\n".getBytes(StandardCharsets.UTF_8) : batch.bytes();
            write(out, bytes);
            if (batch.end()) {
                write(out, "event: end\ndata:\n\n".getBytes(StandardCharsets.UTF_8));
                out.close();
                return;
            }
        }
    }

    private void write(OutputStream out, byte[] bytes) throws IOException {
        writing.put(Thread.currentThread(), System.nanoTime());
        out.write(bytes);
        out.flush();
        writing.remove(Thread.currentThread());
    }

    /**
     * The number of the last event that a reader has: the header of a reconnecting browser takes precedence over the page's
     * parameter.
     */
    private static long after(HttpExchange exchange) {
        String last = exchange.getRequestHeaders().getFirst("Last-Event-ID");
        if (last != null && last.matches("\\d{1,18}")) {
            return Long.parseLong(last);
        }
        String query = exchange.getRequestURI().getRawQuery();
        Matcher asked = AFTER.matcher(query == null ? "" : query);
        return asked.find() ? Long.parseLong(asked.group(1)) : 0;
    }

    /** Interrupts the threads of slow readers, which closes their connections. */
    private void dropSlow() {
        long now = System.nanoTime();
        writing.forEach((thread, since) -> {
            if (now - since > slowest.toNanos()) {
                thread.interrupt();
            }
        });
    }

    /** The present number of readers. */
    int count() {
        return most - places.availablePermits();
    }

    /** Waits until all readers have disconnected, for this time at most. */
    void awaitNone(Duration patience) {
        try {
            if (places.tryAcquire(most, patience.toMillis(), TimeUnit.MILLISECONDS)) {
                places.release(most);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        watching.cancel(false);
        watch.shutdownNow();
    }
}
