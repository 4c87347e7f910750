package dev.pgduo.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SocketChannel;
import java.util.Map;
import javax.net.ssl.SSLSocket;
import jdk.net.ExtendedSocketOptions;
import org.jspecify.annotations.Nullable;

/**
 * A socket that shows pgjdbc only the login. It connects to the address that it was made for, whatever address pgjdbc gives it; that may be
 * a Unix-domain socket, and the connection may be encrypted without pgjdbc's knowing.
 */
final class LoginSocket extends Socket {
    private final Map<String, String> parameters;
    private final SocketAddress address;
    private final @Nullable TlsHandshake handshake;
    private final @Nullable String peer;
    private @Nullable SocketChannel channel;
    private @Nullable Socket tcp;
    private @Nullable LoginInput input;
    private @Nullable OutputStream output;

    /**
     * A socket that is not connected yet.
     *
     * @param handshake null for an unencrypted connection
     * @param peer the operating system's user that the server behind a Unix-domain socket has to be; null for any user
     */
    LoginSocket(
            Map<String, String> parameters,
            SocketAddress address,
            @Nullable TlsHandshake handshake,
            @Nullable String peer) {
        this.peer = peer;
        this.parameters = parameters;
        this.address = address;
        this.handshake = handshake;
    }

    /** Opens a Unix-domain socket, unless that is done; before pgjdbc is needed, whose classes may still be loading. */
    SocketChannel open() throws IOException {
        SocketChannel opened = channel;
        if (opened == null) {
            opened = SocketChannels.unix();
            channel = opened;
        }
        return opened;
    }

    /** Whether it is for a Unix-domain socket. */
    boolean isUnix() {
        return address instanceof UnixDomainSocketAddress;
    }

    @Override
    public void connect(SocketAddress unused, int timeout) throws IOException {
        if (isUnix()) {
            SocketChannel opened = open();
            opened.connect(address);
            checkPeer(opened);
            return;
        }
        // An interrupt closes a channel: whoever reads a long stream can be stopped.
        Socket socket =
                parameters.containsKey("replication") ? SocketChannels.tcp().socket() : new Socket();
        tcp = socket;
        socket.connect(address, timeout);
        if (handshake != null) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(timeout);
            tcp = handshake.over(socket);
        }
    }

    private void checkPeer(SocketChannel opened) throws IOException {
        if (peer != null) {
            String user =
                    opened.getOption(ExtendedSocketOptions.SO_PEERCRED).user().getName();
            if (!user.equals(peer)) {
                throw Unacceptable.refused(
                        "requirepeer specifies \"" + peer + "\", but actual peer user name is \"" + user + "\"");
            }
        }
    }

    /** How the connection is encrypted; null if it is not. */
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

    /** The bytes after the login, as a channel, for reading large pieces. */
    ReadableByteChannel source() throws IOException {
        if (channel != null) {
            return channel;
        }
        // An encrypted socket would give the channel below it, which has the encrypted bytes.
        SocketChannel clear = tcp() instanceof SSLSocket ? null : tcp().getChannel();
        return clear == null ? Channels.newChannel(rest()) : clear;
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

    /** What the server said during the login; null when it was not reached. */
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
