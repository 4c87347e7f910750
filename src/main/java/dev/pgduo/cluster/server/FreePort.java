package dev.pgduo.cluster.server;

import dev.pgduo.cluster.quantity.Port;
import dev.pgduo.cluster.quantity.Wait;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/**
 * A port of 127.0.0.1 for a server that is about to start. Another program that only tests whether it is free may use it for a
 * moment.
 *
 * @param port the port
 */
public record FreePort(Port port) {
    private static final Duration MOMENT = Duration.ofMillis(300);
    private static final String LISTENING = " 0A ";

    /** Why a server cannot listen there; empty when it can, at once or after a short wait. */
    public Optional<String> await() {
        Optional<String> reason = look();
        if (reason.isEmpty()) {
            return reason;
        }
        LoggerFactory.getLogger(FreePort.class).warn("port {} is in use: {}", port, listeners());
        return Wait.to("have port " + port + " free", MOMENT).comesTrue(() -> look().isEmpty())
                ? Optional.empty()
                : reason;
    }

    private Optional<String> look() {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port.number()));
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** The kernel's list entries of listening sockets at this port; empty where there is no list. */
    private List<String> listeners() {
        String wanted = String.format(":%04X ", port.number());
        return Optional.of(Path.of("/proc/net/tcp"))
                .filter(Files::isReadable)
                .map(file -> {
                    try {
                        return Files.readAllLines(file).stream()
                                .filter(line -> line.contains(wanted) && line.contains(LISTENING))
                                .toList();
                    } catch (IOException e) {
                        return List.of(String.valueOf(e.getMessage()));
                    }
                })
                .orElse(List.of());
    }
}
