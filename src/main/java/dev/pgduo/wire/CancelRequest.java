package dev.pgduo.wire;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.concurrent.TimeUnit;

/** Asks a server to cancel the query that one of its processes runs. */
record CancelRequest(int backendPid, int cancelKey) {
    private static final int LENGTH = 16;
    private static final int CODE = 80877102;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);

    /**
     * Sends the request. Returns when the server closes the connection, which says that it has sent the signal, or after two seconds: a
     * server that is frozen has the request then and will carry it out when it runs on.
     */
    void send(SocketAddress server) throws IOException {
        ByteBuffer request = ByteBuffer.allocate(LENGTH);
        request.putInt(LENGTH).putInt(CODE).putInt(backendPid).putInt(cancelKey).flip();
        try (SocketChannel channel = SocketChannels.connected(server);
                Selector selector = Selector.open()) {
            while (request.hasRemaining()) {
                channel.write(request);
            }
            channel.configureBlocking(false).register(selector, SelectionKey.OP_READ);
            awaitClosed(channel, selector);
        }
    }

    private static void awaitClosed(SocketChannel channel, Selector selector) throws IOException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        ByteBuffer answer = ByteBuffer.allocate(1);
        for (long left = PATIENCE_NANOS; left > 0; left = deadline - System.nanoTime()) {
            selector.select(Math.max(1, TimeUnit.NANOSECONDS.toMillis(left)));
            selector.selectedKeys().clear();
            if (channel.read(answer.clear()) < 0) {
                return;
            }
        }
    }
}
