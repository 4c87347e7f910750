package dev.pgduo.session.connection;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.util.Map;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * A socket that shows pgjdbc only the login. It goes to the address that it was made for, which may be a Unix-domain
 * socket, whatever pgjdbc connects it to, and may be encrypted without pgjdbc's knowing.
 */
final class LoginSocket extends Socket {
    private final Map<String, String> parameters;
    private final SocketAddress address;
    private final @Nullable TlsHandshake handshake;
    private @Nullable SocketChannel channel;
    private @Nullable Socket tcp;
    private @Nullable LoginInput input;
    private @Nullable OutputStream output;

    /**
     * A socket that is not connected yet.
     *
     * @param handshake null for a connection in the clear
     */
    LoginSocket(Map<String, String> parameters, SocketAddress address, @Nullable TlsHandshake handshake) {
        this.parameters = parameters;
        this.address = address;
        this.handshake = handshake;
    }

    @Override
    public void connect(SocketAddress unused, int timeout) throws IOException {
        if (address instanceof UnixDomainSocketAddress) {
            channel = SocketChannel.open(address);
            return;
        }
        Socket socket = new Socket();
        tcp = socket;
        socket.connect(address, timeout);
        if (handshake != null) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(timeout);
            tcp = handshake.over(socket);
        }
    }

    /** What was agreed on for encryption; null in the clear. */
    @Nullable
    TlsSession encryption() {
        return tcp instanceof SSLSocket socket ? TlsSession.of(socket.getSession()) : null;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        if (input == null) {
            input = new LoginInput(rest());
        }
        return input;
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        if (output == null) {
            output = new StartupOutput(wire(), parameters);
        }
        return output;
    }

    /** The bytes after the login. */
    InputStream rest() throws IOException {
        return channel == null ? tcp().getInputStream() : Channels.newInputStream(channel);
    }

    OutputStream wire() throws IOException {
        return channel == null ? tcp().getOutputStream() : Channels.newOutputStream(channel);
    }

    private Socket tcp() throws SocketException {
        if (tcp == null) {
            throw new SocketException("Socket is not connected");
        }
        return tcp;
    }

    /** What was seen of the login; null when the server was not reached. */
    @Nullable
    LoginInput login() {
        return input;
    }

    @Override
    public boolean isConnected() {
        return channel == null ? tcp != null && tcp.isConnected() : channel.isConnected();
    }

    @Override
    public boolean isClosed() {
        return channel == null ? tcp != null && tcp.isClosed() : !channel.isOpen();
    }

    @Override
    public synchronized void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
        if (tcp != null) {
            tcp.close();
        }
        super.close();
    }

    @Override
    public void setTcpNoDelay(boolean on) throws SocketException {
        if (tcp != null) {
            tcp.setTcpNoDelay(on);
        }
    }

    @Override
    public void setKeepAlive(boolean on) throws SocketException {
        if (tcp != null) {
            tcp.setKeepAlive(on);
        }
    }

    @Override
    public synchronized void setSoTimeout(int millis) throws SocketException {
        if (tcp != null) {
            tcp.setSoTimeout(millis);
        }
    }
}
