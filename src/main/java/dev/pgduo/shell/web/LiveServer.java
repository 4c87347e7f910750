package dev.pgduo.shell.web;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.pgduo.export.LivePage;
import dev.pgduo.replay.event.Event;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.FailureReason;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Serves the live page of one presentation, read-only. Thread-safe. */
public final class LiveServer implements Consumer<Event>, AutoCloseable {
    /** How long readers may take at the end to get the last events. */
    private static final Duration FAREWELL = Duration.ofSeconds(3);

    private static final Duration SLOWEST = Duration.ofSeconds(20);
    private static final int WAITING = 200;
    private static final int READERS = 1000;
    private static final long STACK = 256 * 1024;
    private static final String TEXT = "text/plain; charset=utf-8";

    private final LiveEvents events = new LiveEvents();
    private final ExecutorService threads = Executors.newCachedThreadPool(LiveServer::thread);
    private final Map<String, Page> pages;
    private final HttpServer server;
    private final Readers readers;
    private final Access access;
    private final InetAddress address;

    /** A file that is served as a whole. */
    private record Page(String type, String text) {}

    /**
     * Starts the server.
     *
     * @param title the lab's title
     * @param language the language of its text
     * @param bind the address on which to listen; null for this machine only; with an address, the page's path has a token
     * @param port 0 for any free one
     * @throws LabException when it cannot listen there
     */
    public LiveServer(String title, String language, @Nullable String bind, int port) {
        this(title, language, bind, port, SLOWEST);
    }

    /** @param slowest the time in which a reader has to take one batch */
    LiveServer(String title, String language, @Nullable String bind, int port, Duration slowest) {
        this.pages = Map.of(
                "", new Page("text/html; charset=utf-8", LivePage.html(title, language)),
                "icon.svg", new Page("image/svg+xml", LivePage.icon()),
                "page.css", new Page("text/css; charset=utf-8", LivePage.css()),
                "live.js", new Page("text/javascript; charset=utf-8", LivePage.script()));
        try {
            this.address = bind == null ? InetAddress.getLoopbackAddress() : InetAddress.getByName(bind);
            this.access = new Access(bind == null ? "" : Access.newToken(), names(bind));
            this.server = HttpServer.create(new InetSocketAddress(address, port), WAITING);
        } catch (UnknownHostException e) {
            throw new LabException(ErrorReport.error("there is no address \"" + bind + "\""), e);
        } catch (IOException e) {
            throw new LabException(
                    ErrorReport.error("could not listen on port " + port + ": " + FailureReason.of(e))
                            .hint("Choose another port: --web PORT."),
                    e);
        }
        this.readers = new Readers(events, READERS, slowest);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    private static Thread thread(Runnable work) {
        Thread made = new Thread(null, work, "live-page", STACK);
        made.setDaemon(true);
        return made;
    }

    private static Set<String> names(@Nullable String bind) {
        Set<String> names = new TreeSet<>(List.of("localhost"));
        if (bind != null) {
            names.add(bind.toLowerCase(Locale.ROOT));
            try {
                names.add(InetAddress.getLocalHost().getHostName().toLowerCase(Locale.ROOT));
            } catch (UnknownHostException e) {
                // The numeric address is then used.
            }
        }
        return names;
    }

    /** The addresses of the page, for browsers. */
    public List<String> addresses() {
        int port = server.getAddress().getPort();
        return Addresses.of(address).stream()
                .map(host -> "http://" + host + ":" + port + access.path())
                .toList();
    }

    /** The present number of readers. */
    public int readers() {
        return readers.count();
    }

    /** Passes an event on to the readers. */
    @Override
    public void accept(Event event) {
        events.accept(event);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Headers headers = exchange.getResponseHeaders();
            headers.set("Cache-Control", "no-store");
            headers.set(
                    "Content-Security-Policy",
                    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none';"
                            + " form-action 'none'; frame-ancestors 'none'");
            headers.set("X-Content-Type-Options", "nosniff");
            headers.set("Referrer-Policy", "no-referrer");
            headers.set("Cross-Origin-Resource-Policy", "same-origin");
            String host = exchange.getRequestHeaders().getFirst("Host");
            String file = access.file(exchange.getRequestURI().getPath()).orElse(null);
            if (!exchange.getRequestMethod().equals("GET")) {
                send(exchange, 405, new Page(TEXT, "This page can only be read.\n"));
            } else if (host == null || !access.host(host)) {
                send(exchange, 403, new Page(TEXT, "This machine is not called so.\n"));
            } else if (file == null) {
                send(exchange, 403, new Page(TEXT, "The address is not whole: its token is missing or wrong.\n"));
            } else if (file.equals("events")) {
                readers.serve(exchange);
            } else {
                Page page = pages.get(file);
                send(
                        exchange,
                        page == null ? 404 : 200,
                        page == null ? new Page(TEXT, "There is no such page.\n") : page);
            }
        }
    }

    private static void send(HttpExchange exchange, int status, Page page) throws IOException {
        byte[] bytes = page.text().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", page.type());
        exchange.sendResponseHeaders(status, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    /** Ends the page: readers get the last events, then the server stops. */
    @Override
    public void close() {
        events.end();
        readers.awaitNone(FAREWELL);
        readers.close();
        server.stop(0);
        threads.shutdownNow();
    }
}
