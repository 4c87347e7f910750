package dev.pgduo.lab.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgduo.cluster.process.LocalConnection;
import dev.pgduo.cluster.quantity.Wait;
import dev.pgduo.lab.link.Toxic.Attribute;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The proxy between two plain sockets. */
class LinkProxyTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int MILLIS = (int) PATIENCE.toMillis();

    /** How long nothing must come. */
    private static final int SILENCE_MILLIS = 150;

    private final List<Socket> opened = new ArrayList<>();
    private ServerSocket primary;
    private LinkProxy proxy;
    private LinkOrder order;

    /** Both ends of a connection. */
    private record Ends(Socket standby, Socket primary) {
        Socket source(Stream stream) {
            return stream == Stream.UPSTREAM ? standby : primary;
        }

        Socket target(Stream stream) {
            return stream == Stream.UPSTREAM ? primary : standby;
        }
    }

    @BeforeEach
    void open() throws IOException {
        primary = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        primary.setSoTimeout(MILLIS);
        make(connection -> true);
    }

    private void make(Predicate<LocalConnection> known) throws IOException {
        order = new LinkOrder(1, primary.getLocalPort(), List.of());
        proxy = new LinkProxy(order, known);
    }

    @AfterEach
    void close() throws IOException {
        proxy.close();
        primary.close();
        for (Socket socket : opened) {
            socket.close();
        }
    }

    private Socket kept(Socket socket) throws IOException {
        socket.setSoTimeout(MILLIS);
        opened.add(socket);
        return socket;
    }

    private Socket dial() throws IOException {
        return kept(new Socket(InetAddress.getLoopbackAddress(), proxy.state().port()));
    }

    private Ends connect() throws IOException {
        Socket standby = dial();
        return new Ends(standby, kept(primary.accept()));
    }

    private void apply(LinkOrder next) throws IOException {
        order = next.next();
        proxy.apply(order);
        assertThat(proxy.state().order()).isEqualTo(order.number());
    }

    private void spoil(Toxic.Type type, Map<Attribute, Long> attributes, Stream... streams) throws IOException {
        apply(order.with(Toxic.of("test", type, attributes, streams)));
    }

    private void mend() throws IOException {
        apply(order.without("test"));
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String receive(Socket socket, int bytes) throws IOException {
        socket.setSoTimeout(MILLIS);
        return new String(socket.getInputStream().readNBytes(bytes), StandardCharsets.US_ASCII);
    }

    private static void assertSilent(Socket socket) throws IOException {
        socket.setSoTimeout(SILENCE_MILLIS);
        assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
    }

    @ParameterizedTest
    @EnumSource
    void passesAndCounts(Stream stream) throws IOException {
        Ends ends = connect();
        send(ends.source(stream), "hello");
        assertThat(receive(ends.target(stream), 5)).isEqualTo("hello");
        Wait.to("see it counted", PATIENCE)
                .until(() -> proxy.state().bytes(stream).equals(new LinkState.Bytes(5, 5)));
        Stream back = stream == Stream.UPSTREAM ? Stream.DOWNSTREAM : Stream.UPSTREAM;
        assertThat(proxy.state().bytes(back)).isEqualTo(new LinkState.Bytes(0, 0));
        assertThat(proxy.state().ports()).containsExactly(ends.primary().getPort());
    }

    @ParameterizedTest
    @EnumSource
    void holdsOneDirectionAndLetsTheOtherPass(Stream held) throws IOException {
        Ends ends = connect();
        spoil(Toxic.Type.TIMEOUT, Map.of(), held);
        Stream open = held == Stream.UPSTREAM ? Stream.DOWNSTREAM : Stream.UPSTREAM;
        send(ends.source(held), "held");
        send(ends.source(open), "open");
        assertThat(receive(ends.target(open), 4)).isEqualTo("open");
        assertSilent(ends.target(held));
        assertThat(proxy.state().bytes(held).sent()).isZero();
        mend();
        assertThat(receive(ends.target(held), 4)).isEqualTo("held");
    }

    /** But for one piece that it was about to read. */
    @Test
    void readsNothingWhileItHolds() throws Exception {
        Ends ends = connect();
        spoil(Toxic.Type.TIMEOUT, Map.of(), Stream.values());
        byte[] sent = new byte[100_000];
        CompletableFuture<Void> sending = send(ends.standby(), sent);
        assertSilent(ends.primary());
        assertThat(proxy.state().up().received()).isLessThanOrEqualTo(8192);
        assertThat(proxy.state().up().sent()).isZero();
        mend();
        ends.primary().setSoTimeout(MILLIS);
        assertThat(ends.primary().getInputStream().readNBytes(sent.length)).hasSize(sent.length);
        sending.get();
    }

    private static CompletableFuture<Void> send(Socket socket, byte[] bytes) {
        return CompletableFuture.runAsync(() -> {
            try {
                socket.getOutputStream().write(bytes);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Test
    void aNewConnectionWaitsWhileItHolds() throws IOException {
        spoil(Toxic.Type.TIMEOUT, Map.of(), Stream.DOWNSTREAM);
        Socket standby = dial();
        send(standby, "hello");
        primary.setSoTimeout(SILENCE_MILLIS);
        assertThatThrownBy(primary::accept).isInstanceOf(SocketTimeoutException.class);
        mend();
        primary.setSoTimeout(MILLIS);
        assertThat(receive(kept(primary.accept()), 5)).isEqualTo("hello");
    }

    @Test
    void nobodyIsToldOfAnEndWhileItHolds() throws IOException {
        Ends ends = connect();
        spoil(Toxic.Type.TIMEOUT, Map.of(), Stream.values());
        ends.primary().close();
        assertSilent(ends.standby());
        mend();
        assertThat(receive(ends.standby(), 1)).isEmpty();
    }

    @Test
    void anEndPassesWhereItIsNotHeld() throws IOException {
        Ends ends = connect();
        spoil(Toxic.Type.TIMEOUT, Map.of(), Stream.UPSTREAM);
        send(ends.standby(), "status");
        ends.primary().close();
        assertThat(receive(ends.standby(), 1)).isEmpty();
        ends.standby().close();
        awaitNoConnection();
        assertThat(proxy.state().up().sent()).isZero();
    }

    @Test
    void delays() throws IOException {
        Ends ends = connect();
        spoil(Toxic.Type.LATENCY, Map.of(Attribute.LATENCY, 300L, Attribute.JITTER, 50L), Stream.UPSTREAM);
        long start = System.nanoTime();
        send(ends.standby(), "a");
        assertThat(receive(ends.primary(), 1)).isEqualTo("a");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(250));
        send(ends.standby(), "first");
        mend();
        send(ends.standby(), "second");
        assertThat(receive(ends.primary(), 11)).isEqualTo("firstsecond");
    }

    @Test
    void limitsTheRate() throws Exception {
        Ends ends = connect();
        spoil(Toxic.Type.BANDWIDTH, Map.of(Attribute.RATE, 100L), Stream.DOWNSTREAM);
        byte[] sent = new byte[50_000];
        CompletableFuture<Void> sending = send(ends.primary(), sent);
        long start = System.nanoTime();
        assertThat(ends.standby().getInputStream().readNBytes(sent.length)).hasSize(sent.length);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(400));
        sending.get();
        assertThat(proxy.state().down().received()).isEqualTo(sent.length);
    }

    private void awaitNoConnection() {
        Wait.to("see the connection gone", PATIENCE)
                .until(() -> proxy.state().ports().isEmpty());
    }

    @Test
    void resetsAtBothEnds() throws IOException {
        Ends ends = connect();
        spoil(Toxic.Type.RESET_PEER, Map.of(), Stream.values());
        for (Socket end : List.of(ends.standby(), ends.primary())) {
            assertThatThrownBy(() -> end.getInputStream().read())
                    .isInstanceOf(SocketException.class)
                    .hasMessageContaining("reset");
        }
        awaitNoConnection();
        mend();
        Ends again = connect();
        send(again.standby(), "again");
        assertThat(receive(again.primary(), 5)).isEqualTo("again");
    }

    @Test
    void aResetPasses() throws IOException {
        Ends ends = connect();
        ends.standby().setSoLinger(true, 0);
        ends.standby().close();
        assertThatThrownBy(() -> ends.primary().getInputStream().read()).isInstanceOf(SocketException.class);
    }

    @Test
    void refusesAndListensAtTheSamePortAgain() throws IOException {
        int port = proxy.state().port();
        Ends ends = connect();
        spoil(Toxic.Type.DOWN, Map.of(), Stream.values());
        assertThatThrownBy(() -> ends.standby().getInputStream().read()).isInstanceOf(SocketException.class);
        assertThatThrownBy(this::dial).isInstanceOf(ConnectException.class);
        assertThatThrownBy(() -> new ServerSocket(port, 50, InetAddress.getLoopbackAddress()).close())
                .as("the port stays taken")
                .isInstanceOf(IOException.class);
        mend();
        assertThat(proxy.state().port()).isEqualTo(port);
        Ends again = connect();
        send(again.standby(), "again");
        assertThat(receive(again.primary(), 5)).isEqualTo("again");
    }

    @Test
    void letsNoStrangerThrough() throws IOException {
        proxy.close();
        make(connection -> connection.from() != connection.to()
                && connection.to() != proxy.state().port());
        Socket stranger = dial();
        assertThat(stranger.getInputStream().read()).isEqualTo(-1);
        assertThat(proxy.state().strangers()).isEqualTo(1);
        primary.setSoTimeout(SILENCE_MILLIS);
        assertThatThrownBy(primary::accept).isInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void severalToxicsAddUp() throws IOException {
        spoil(Toxic.Type.BANDWIDTH, Map.of(Attribute.RATE, 1000L), Stream.UPSTREAM);
        apply(order.with(Toxic.of("more", Toxic.Type.LATENCY, Map.of(Attribute.LATENCY, 200L), Stream.UPSTREAM)));
        Ends ends = connect();
        long start = System.nanoTime();
        send(ends.standby(), "a");
        assertThat(receive(ends.primary(), 1)).isEqualTo("a");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
        assertThat(order.has("more")).isTrue();
        mend();
        assertThat(order.has("more")).isTrue();
        assertThat(order.has("test")).isFalse();
    }
}
