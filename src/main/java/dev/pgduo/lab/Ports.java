package dev.pgduo.lab;

import dev.pgduo.cluster.NodeName;
import dev.pgduo.cluster.Port;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;

/** Finds ports for the two nodes: 5432 and 5433 when both are free, else the next free pair. */
final class Ports {
    private static final int FIRST = 5432;
    private static final int LAST = 65534;

    private Ports() {}

    /** A pair of neighbouring free ports. */
    static Map<NodeName, Port> freePair() {
        for (int port = FIRST; port < LAST; port += 2) {
            if (free(port) && free(port + 1)) {
                return Map.of(NodeName.A, new Port(port), NodeName.B, new Port(port + 1));
            }
        }
        throw LabException.of("could not find two free ports between " + FIRST + " and " + LAST);
    }

    /** Whether a server could listen on this port of 127.0.0.1 now. */
    static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
