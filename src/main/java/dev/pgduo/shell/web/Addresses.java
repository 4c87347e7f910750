package dev.pgduo.shell.web;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;

/** The names and numbers of this machine for the address of a page. */
final class Addresses {
    private static final int MOST = 4;

    private Addresses() {}

    /** The address on which the server listens; for the wildcard address, those that other machines can reach. */
    static List<String> of(InetAddress listening) {
        if (!listening.isAnyLocalAddress()) {
            return List.of(text(listening));
        }
        try {
            List<String> reached = NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                    .map(Addresses::text)
                    .limit(MOST)
                    .toList();
            return reached.isEmpty() ? List.of("localhost") : reached;
        } catch (SocketException e) {
            return List.of("localhost");
        }
    }

    private static String text(InetAddress address) {
        String text = address.getHostAddress().replaceFirst("%.*", "");
        return address instanceof Inet6Address ? "[" + text + "]" : text;
    }
}
