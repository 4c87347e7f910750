package dev.pgduo.lab.place;

import dev.pgduo.cluster.quantity.Port;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Keeps two ports for a lab whose servers do not listen yet, so that another pgduo does not take them.
 *
 * <p>A server's port is a TCP port; the reservation is a socket on the UDP port of the same number. It needs no file, disturbs no
 * server, and ends with the process.
 */
public final class PortReservation implements AutoCloseable {
    /** A reservation of no port. */
    public static final PortReservation NONE = new PortReservation(List.of());

    private final List<DatagramSocket> sockets;
    private final Set<Integer> ports;

    private PortReservation(List<DatagramSocket> sockets) {
        this.sockets = sockets;
        this.ports = sockets.stream().map(DatagramSocket::getLocalPort).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether this port is reserved for this lab; other ports may belong to another lab. */
    public boolean holds(int port) {
        return ports.contains(port);
    }

    /** Reserves this port and the next one, if no server listens there and no other pgduo has reserved them. */
    public static Optional<PortReservation> pair(int first) {
        Optional<DatagramSocket> one = reserve(first);
        Optional<DatagramSocket> other = one.flatMap(socket -> reserve(first + 1));
        if (one.isPresent() && other.isPresent() && free(first) && free(first + 1)) {
            return Optional.of(new PortReservation(List.of(one.get(), other.get())));
        }
        one.ifPresent(DatagramSocket::close);
        other.ifPresent(DatagramSocket::close);
        return Optional.empty();
    }

    /** Reserves this port, if no server listens there and no other pgduo has reserved it. */
    static Optional<PortReservation> one(int port) {
        Optional<DatagramSocket> socket = reserve(port);
        if (socket.isPresent() && free(port)) {
            return Optional.of(new PortReservation(List.of(socket.get())));
        }
        socket.ifPresent(DatagramSocket::close);
        return Optional.empty();
    }

    /** This reservation without one port, which is released, and with the ports of another reservation. */
    PortReservation exchanged(Port gone, PortReservation other) {
        Map<Boolean, List<DatagramSocket>> parted =
                sockets.stream().collect(Collectors.partitioningBy(each -> each.getLocalPort() == gone.number()));
        parted.getOrDefault(true, List.of()).forEach(DatagramSocket::close);
        List<DatagramSocket> kept = parted.getOrDefault(false, List.of());
        return new PortReservation(
                Stream.concat(kept.stream(), other.sockets.stream()).toList());
    }

    /** Reserves those of these ports that are not reserved yet, so that another pgduo that makes a lab does not choose them. */
    public static PortReservation of(Collection<Port> ports) {
        return new PortReservation(
                ports.stream().flatMap(port -> reserve(port.number()).stream()).toList());
    }

    /** Whether a server could listen on this port of 127.0.0.1 now. */
    public static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(here(port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static Optional<DatagramSocket> reserve(int port) {
        try {
            return Optional.of(new DatagramSocket(here(port)));
        } catch (SocketException e) {
            return Optional.empty();
        }
    }

    private static InetSocketAddress here(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    @Override
    public void close() {
        sockets.forEach(DatagramSocket::close);
    }
}
