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
import org.jspecify.annotations.Nullable;

/**
 * A socket that shows pgjdbc only the login. It goes to the address that it was made for, which may be a Unix-domain
 * socket, whatever pgjdbc connects it to.
 */
final class LoginSocket extends Socket {
    private final Map<String, String> parameters;
    private final SocketAddress address;
    private @Nullable SocketChannel channel;
    private @Nullable LoginInput input;
    private @Nullable OutputStream output;

    LoginSocket(Map<String, String> parameters, SocketAddress address) {
        this.parameters = parameters;
        this.address = address;
    }

    private boolean unix() {
        return address instanceof UnixDomainSocketAddress;
    }

    @Override
    public void connect(SocketAddress unused, int timeout) throws IOException {
        if (unix()) {
            channel = SocketChannel.open(address);
        } else {
            super.connect(address, timeout);
        }
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
        return channel == null ? super.getInputStream() : Channels.newInputStream(channel);
    }

    OutputStream wire() throws IOException {
        return channel == null ? super.getOutputStream() : Channels.newOutputStream(channel);
    }

    /** What was seen of the login; null when the server was not reached. */
    @Nullable
    LoginInput login() {
        return input;
    }

    @Override
    public boolean isConnected() {
        return channel == null ? super.isConnected() : channel.isConnected();
    }

    @Override
    public boolean isClosed() {
        return channel == null ? super.isClosed() : !channel.isOpen();
    }

    @Override
    public synchronized void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
        super.close();
    }

    @Override
    public void setTcpNoDelay(boolean on) throws SocketException {
        if (!unix()) {
            super.setTcpNoDelay(on);
        }
    }

    @Override
    public void setKeepAlive(boolean on) throws SocketException {
        if (!unix()) {
            super.setKeepAlive(on);
        }
    }

    @Override
    public synchronized void setSoTimeout(int millis) throws SocketException {
        if (!unix()) {
            super.setSoTimeout(millis);
        }
    }
}
