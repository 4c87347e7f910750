package dev.pgduo.lab.link;

import dev.pgduo.cluster.process.LocalConnection;
import dev.pgduo.cluster.quantity.Wait;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A proxy on 127.0.0.1 before the primary. It follows the latest settings; its port stays the same.
 *
 * <p>A connection reaches the primary only when neither direction is held: over a cut network, no connection could be made.
 */
final class LinkProxy implements AutoCloseable {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();
    private static final int CONNECT_MILLIS = 5000;
    private static final Duration MOMENT = Duration.ofSeconds(2);

    private final Predicate<LocalConnection> known;
    private final Map<Stream, Valve> valves = Map.of(Stream.UPSTREAM, new Valve(), Stream.DOWNSTREAM, new Valve());
    private final Set<LinkConnection> connections = ConcurrentHashMap.newKeySet();
    private final AtomicLong strangers = new AtomicLong();
    private final int port;
    private volatile LinkOrder order;
    private @Nullable ServerSocket listener;
    private @Nullable Socket reserved;

    /**
     * Begins to listen.
     *
     * @param known whether a connection is accepted
     */
    LinkProxy(LinkOrder order, Predicate<LocalConnection> known) throws IOException {
        this.order = order;
        this.known = known;
        this.port = listen(0);
        apply(order);
    }

    private int listen(int wanted) throws IOException {
        ServerSocket made = new ServerSocket();
        made.setReuseAddress(true);
        made.bind(new InetSocketAddress(HERE, wanted));
        listener = made;
        Thread thread = new Thread(() -> accept(made), "accept");
        thread.setDaemon(true);
        thread.start();
        return made.getLocalPort();
    }

    /** Follows these settings from now on. */
    synchronized void apply(LinkOrder next) throws IOException {
        order = next;
        if (next.has(Toxic.Type.DOWN)) {
            refuse();
        } else if (listener == null) {
            close(reserved);
            reserved = null;
            listen(port);
        }
        valves.forEach((stream, valve) -> valve.set(Flow.of(next.toxics(), stream)));
        if (breaking(next)) {
            List.copyOf(connections).forEach(LinkConnection::reset);
        }
    }

    private static boolean breaking(LinkOrder order) {
        return order.has(Toxic.Type.DOWN) || order.has(Toxic.Type.RESET_PEER);
    }

    /** Stops listening, so that connections are refused. */
    private void refuse() {
        if (listener != null) {
            close(listener);
            listener = null;
            List.copyOf(connections).forEach(LinkConnection::reset);
            reserve();
        }
    }

    /**
     * Reserves the port with a socket that does not listen. Two sockets can share a port when both set SO_REUSEADDR, so this
     * one does not; then binding can fail while the closed listener or old connections still use the port, and is tried for a
     * moment.
     */
    private void reserve() {
        Wait.to("take port " + port, MOMENT).comesTrue(() -> {
            Socket taken = new Socket();
            try {
                taken.setReuseAddress(false);
                taken.bind(new InetSocketAddress(HERE, port));
                reserved = taken;
                return true;
            } catch (IOException e) {
                close(taken);
                return false;
            }
        });
    }

    private void accept(ServerSocket from) {
        while (!from.isClosed()) {
            try {
                Socket standby = from.accept();
                Thread thread = new Thread(() -> connect(standby), "connect");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                // The listener is closed, or the client has gone.
            }
        }
    }

    private void connect(Socket standby) {
        if (!known.test(new LocalConnection(standby.getPort(), port))) {
            strangers.incrementAndGet();
            close(standby);
            return;
        }
        Socket primary = new Socket();
        try {
            for (Valve valve : valves.values()) {
                valve.awaitOpen(() -> false);
            }
            primary.connect(new InetSocketAddress(HERE, order.primary()), CONNECT_MILLIS);
            standby.setTcpNoDelay(true);
            primary.setTcpNoDelay(true);
            LinkConnection connection = new LinkConnection(standby, primary, valves, connections::remove);
            connections.add(connection);
            connection.start();
            if (breaking(order)) {
                connection.reset();
            }
        } catch (IOException e) {
            close(standby);
            close(primary);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void close(@Nullable Closeable socket) {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException e) {
            // A socket that cannot be closed needs no further handling.
        }
    }

    /** The present state. */
    LinkState state() {
        return new LinkState(
                order.number(),
                port,
                bytes(Stream.UPSTREAM),
                bytes(Stream.DOWNSTREAM),
                strangers.get(),
                connections.stream().map(LinkConnection::port).sorted().toList());
    }

    private LinkState.Bytes bytes(Stream stream) {
        Valve valve = valves.get(stream);
        return valve == null ? new LinkState.Bytes(0, 0) : new LinkState.Bytes(valve.received(), valve.sent());
    }

    @Override
    public synchronized void close() {
        close(listener);
        close(reserved);
        List.copyOf(connections).forEach(LinkConnection::reset);
    }
}
