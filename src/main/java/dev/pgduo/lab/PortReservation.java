package dev.pgduo.lab;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.util.List;
import java.util.Optional;

/**
 * Keeps two ports for a lab whose servers do not listen yet, so that another pgduo does not take them.
 *
 * <p>A server's port is a TCP port; the reservation is a socket on the UDP port of the same number. It needs no file, disturbs no
 * server, and ends with the process.
 */
final class PortReservation implements AutoCloseable {
    /** A reservation of nothing. */
    static final PortReservation NONE = new PortReservation(List.of());

    private final List<DatagramSocket> sockets;

    private PortReservation(List<DatagramSocket> sockets) {
        this.sockets = sockets;
    }

    /** Both this port and the next one, when no server listens there and nobody else has reserved them. */
    static Optional<PortReservation> pair(int first) {
        Optional<DatagramSocket> one = reserve(first);
        Optional<DatagramSocket> other = one.flatMap(socket -> reserve(first + 1));
        if (one.isPresent() && other.isPresent() && free(first) && free(first + 1)) {
            return Optional.of(new PortReservation(List.of(one.get(), other.get())));
        }
        one.ifPresent(DatagramSocket::close);
        other.ifPresent(DatagramSocket::close);
        return Optional.empty();
    }

    /** Whether a server could listen on this port of 127.0.0.1 now. */
    static boolean free(int port) {
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
