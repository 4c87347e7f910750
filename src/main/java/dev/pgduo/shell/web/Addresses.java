package dev.pgduo.shell.web;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;

/** What this machine is called in the address of a page. */
final class Addresses {
    private static final int MOST = 4;

    private Addresses() {}

    /** The address that is listened on; where that is any, those that others reach. */
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
