package dev.pgduo.wire;

import java.io.IOException;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.channels.SocketChannel;
import java.util.List;

/**
 * Opens the channels of connections. Before the first one, the JDK looks for another provider of channels in all archives of the class path,
 * unless it is told which one to take; that takes as long as a login.
 */
final class SocketChannels {
    private static final String CHOICE = "java.nio.channels.spi.SelectorProvider";
    /** The JDK's own, of Linux and macOS. */
    private static final List<String> USUAL =
            List.of("sun.nio.ch.EPollSelectorProvider", "sun.nio.ch.KQueueSelectorProvider");

    static {
        if (System.getProperty(CHOICE) == null) {
            USUAL.stream()
                    .filter(SocketChannels::exists)
                    .findFirst()
                    .ifPresent(name -> System.setProperty(CHOICE, name));
        }
    }

    private SocketChannels() {}

    /** A channel for TCP that is not connected yet. */
    static SocketChannel tcp() throws IOException {
        return SocketChannel.open();
    }

    /** A channel for a Unix-domain socket that is not connected yet. */
    static SocketChannel unix() throws IOException {
        return SocketChannel.open(StandardProtocolFamily.UNIX);
    }

    /** A channel that is connected to this address, of either kind. */
    static SocketChannel connected(SocketAddress address) throws IOException {
        return SocketChannel.open(address);
    }

    /** Whether the JDK has this class, which can be made as the JDK makes a provider. */
    private static boolean exists(String name) {
        try {
            return Class.forName(name, false, null).getConstructors().length > 0;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
