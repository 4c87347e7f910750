package dev.pgduo.shell.typing;

import dev.pgduo.report.LabException;
import dev.pgduo.session.Probe;
import dev.pgduo.wire.Endpoint;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The names in each database; read in the background, so that completion never waits. Thread-safe. */
public final class CatalogCache {
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long IDLE_SECONDS = 5;

    private final Map<Endpoint, Known> known = new ConcurrentHashMap<>();
    private final Set<Endpoint> asking = ConcurrentHashMap.newKeySet();
    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), CatalogCache::daemon);

    private record Known(CatalogNames names, long nanos) {}

    public CatalogCache() {
        thread.allowCoreThreadTimeOut(true);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "catalogue");
        thread.setDaemon(true);
        return thread;
    }

    /** Reads the names from a server in the background, unless that was done a moment ago. */
    public void refresh(Endpoint endpoint) {
        Known last = known.get(endpoint);
        boolean fresh = last != null && System.nanoTime() - last.nanos() < FRESH_NANOS;
        if (!fresh && asking.add(endpoint)) {
            thread.execute(() -> ask(endpoint));
        }
    }

    /** The names may have changed: reads them again. */
    public void changed(Endpoint endpoint) {
        known.computeIfPresent(endpoint, (same, last) -> new Known(last.names(), last.nanos() - FRESH_NANOS));
        refresh(endpoint);
    }

    /** The known names; starts to read them again for the next time. */
    CatalogNames names(Endpoint endpoint) {
        refresh(endpoint);
        Known last = known.get(endpoint);
        return last == null ? CatalogNames.NONE : last.names();
    }

    private void ask(Endpoint endpoint) {
        try (Probe probe = Probe.open(endpoint).withShortTimeout()) {
            known.put(endpoint, new Known(CatalogNames.of(probe.rows(CatalogNames.QUESTION)), System.nanoTime()));
        } catch (LabException e) {
            // Without an answer the former names are kept.
        } finally {
            asking.remove(endpoint);
        }
    }
}
