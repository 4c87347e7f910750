package dev.pgduo.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.SocketFactory;

/**
 * Hands a prepared {@link LoginSocket} to pgjdbc, which makes this factory by its class's name; the factory's argument is the ticket under
 * which the socket was left.
 */
public final class LoginSocketFactory extends SocketFactory {
    private static final Map<String, Socket> WAITING = new ConcurrentHashMap<>();

    private final String ticket;

    public LoginSocketFactory(String ticket) {
        this.ticket = ticket;
    }

    /** Keeps a socket for pgjdbc under a ticket, which must be unique. */
    static void leave(String ticket, Socket socket) {
        WAITING.put(ticket, socket);
    }

    /** Drops a socket that was not fetched. */
    static void forget(String ticket) {
        WAITING.remove(ticket);
    }

    @Override
    public Socket createSocket() throws IOException {
        Socket socket = WAITING.remove(ticket);
        if (socket == null) {
            throw new IOException("a socket is handed out once only");
        }
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        throw new IOException("unconnected sockets only");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        throw new IOException("unconnected sockets only");
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        throw new IOException("unconnected sockets only");
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) throws IOException {
        throw new IOException("unconnected sockets only");
    }
}
