package dev.pgduo.shell.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgduo.cluster.quantity.Wait;
import dev.pgduo.replay.event.TypedEvents;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LiveServerTest {
    private static final Pattern ID = Pattern.compile("(?m)^id: (\\d+)$");

    private final HttpClient client = HttpClient.newHttpClient();
    private @Nullable LiveServer server;

    private LiveServer server(@Nullable String bind) {
        LiveServer made = new LiveServer("A <class>", "en", bind, 0);
        server = made;
        return made;
    }

    @AfterEach
    void close() {
        if (server != null) {
            server.close();
        }
    }

    private static URI at(LiveServer server, String file) {
        return URI.create(server.addresses().get(0) + file);
    }

    private HttpResponse<String> get(URI address) throws Exception {
        return client.send(
                HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    /** Event 1 tells what the lab is; each command with its output is three more. */
    private static TypedEvents typing(LiveServer to) {
        return TypedEvents.begin("x", Optional::empty, to);
    }

    @Test
    void servesAPageThatNeedsNothingElse() throws Exception {
        LiveServer page = server(null);
        HttpResponse<String> answer = get(at(page, ""));
        assertThat(answer.body()).contains("<title>A &lt;class&gt;</title>", "href=\"page.css\"");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'none';")
                .doesNotContain("unsafe");
        assertThat(get(at(page, "live.js")).headers().firstValue("Content-Type"))
                .contains("text/javascript; charset=utf-8");
        assertThat(get(at(page, "page.css")).statusCode()).isEqualTo(200);
        assertThat(get(at(page, "other")).statusCode()).isEqualTo(404);
        HttpRequest post = HttpRequest.newBuilder(at(page, ""))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        assertThat(client.send(post, HttpResponse.BodyHandlers.discarding()).statusCode())
                .isEqualTo(405);
    }

    @Test
    void aBoundPageIsThereForItsTokenOnly() throws Exception {
        LiveServer page = server("127.0.0.1");
        String whole = at(page, "").toString();
        String root = whole.replaceFirst("[^/]+/$", "");
        String wrong = whole.substring(0, whole.length() - 2) + (whole.endsWith("A/") ? "B/" : "A/");
        assertThat(whole).matches("http://127\\.0\\.0\\.1:\\d+/[\\w-]{22}/");
        assertThat(get(URI.create(whole)).statusCode()).isEqualTo(200);
        for (String address : List.of(root, root + "events", wrong, wrong + "events", whole.replaceFirst("/$", ""))) {
            assertThat(get(URI.create(address)).statusCode()).as(address).isEqualTo(403);
        }
    }

    @Test
    void aForeignNameIsRefused() throws Exception {
        URI page = at(server(null), "");
        assertThat(raw(page, "evil.example:" + page.getPort())).startsWith("HTTP/1.1 403");
        assertThat(raw(page, "localhost:" + page.getPort())).startsWith("HTTP/1.1 200");
        assertThat(raw(page, "127.0.0.1.evil.example")).startsWith("HTTP/1.1 403");
        assertThat(raw(page, "[::1]")).startsWith("HTTP/1.1 200");
    }

    private static String raw(URI page, String host) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), page.getPort())) {
            socket.getOutputStream()
                    .write(("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void whoComesBackGoesOnWhereHeWas() throws Exception {
        LiveServer page = server(null);
        TypedEvents typing = typing(page);
        typing.lab("status", List.of("one"));
        try (InputStream first = reader(page, "events")) {
            assertThat(read(first, 4)).containsExactly(1L, 2L, 3L, 4L);
        }
        typing.lab("status", List.of("two"));
        page.close();
        // The server is over: what is asked for again is another one's.
        LiveServer next = server(null);
        TypedEvents again = typing(next);
        again.lab("status", List.of("one"));
        HttpRequest back = HttpRequest.newBuilder(at(next, "events?after=1"))
                .header("Last-Event-ID", "3")
                .build();
        try (InputStream second =
                client.send(back, HttpResponse.BodyHandlers.ofInputStream()).body()) {
            again.lab("status", List.of("two"));
            assertThat(read(second, 4)).containsExactly(4L, 5L, 6L, 7L);
        }
        try (InputStream third = reader(next, "events?after=6")) {
            next.close();
            assertThat(new String(third.readAllBytes(), StandardCharsets.UTF_8)).contains("id: 7\n", "event: end\n");
        }
    }

    private InputStream reader(LiveServer page, String file) throws Exception {
        return client.send(HttpRequest.newBuilder(at(page, file)).build(), HttpResponse.BodyHandlers.ofInputStream())
                .body();
    }

    private static List<Long> read(InputStream events, int count) throws IOException {
        StringBuilder text = new StringBuilder();
        byte[] buffer = new byte[8192];
        while (ID.matcher(text).results().count() < count || !text.toString().endsWith("\n\n")) {
            int length = events.read(buffer);
            assertThat(length).as("%s", text).isPositive();
            text.append(new String(buffer, 0, length, StandardCharsets.UTF_8));
        }
        return ID.matcher(text).results().map(id -> Long.valueOf(id.group(1))).toList();
    }

    @Test
    void aHundredReadersReadTheSame() throws Exception {
        LiveServer page = server(null);
        List<CompletableFuture<HttpResponse<Stream<String>>>> answers = new ArrayList<>();
        HttpRequest request = HttpRequest.newBuilder(at(page, "events")).build();
        for (int i = 0; i < 100; i++) {
            answers.add(client.sendAsync(request, HttpResponse.BodyHandlers.ofLines()));
        }
        for (CompletableFuture<HttpResponse<Stream<String>>> answer : answers) {
            assertThat(answer.get(30, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        }
        TypedEvents typing = typing(page);
        for (int i = 0; i < 20; i++) {
            typing.lab("status", List.of("no node is running"));
        }
        page.close();
        for (CompletableFuture<HttpResponse<Stream<String>>> answer : answers) {
            try (Stream<String> lines = answer.get().body()) {
                assertThat(lines.filter(line -> line.startsWith("id: "))).hasSize(1 + 20 * 3);
            }
        }
    }

    @Test
    void whoTakesNothingIsDropped() throws Exception {
        try (LiveServer page = new LiveServer("x", "en", null, 0, Duration.ofMillis(500));
                Socket lazy = new Socket()) {
            lazy.setReceiveBufferSize(4096);
            lazy.connect(new InetSocketAddress(
                    InetAddress.getLoopbackAddress(), at(page, "").getPort()));
            lazy.getOutputStream()
                    .write("GET /events HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            Wait.to("see the reader", Duration.ofSeconds(20)).until(() -> page.readers() == 1);
            TypedEvents typing = typing(page);
            List<String> much = List.of("x".repeat(1_000_000));
            for (int i = 0; i < 10; i++) {
                typing.lab("status", much);
            }
            Wait.to("drop the reader", Duration.ofSeconds(20)).until(() -> page.readers() == 0);
        }
    }

    @Test
    void saysThatAPortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> new LiveServer("x", "en", null, taken.getLocalPort()))
                    .isInstanceOf(LabException.class)
                    .hasMessageContaining("could not listen on port " + taken.getLocalPort());
        }
        assertThatThrownBy(() -> new LiveServer("x", "en", "no such name", 0))
                .hasMessageContaining("there is no address \"no such name\"");
    }
}
