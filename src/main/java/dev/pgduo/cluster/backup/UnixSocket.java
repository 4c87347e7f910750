package dev.pgduo.cluster.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;

/** A Unix-domain socket's channel in the shape that pgjdbc wants; it goes to its own address, whatever it is told. */
final class UnixSocket extends Socket {
    private final SocketChannel channel;
    private final UnixDomainSocketAddress address;

    UnixSocket(SocketChannel channel, UnixDomainSocketAddress address) {
        this.channel = channel;
        this.address = address;
    }

    @Override
    public void connect(SocketAddress unused, int timeout) throws IOException {
        channel.connect(address);
    }

    @Override
    public InputStream getInputStream() {
        return Channels.newInputStream(channel);
    }

    @Override
    public OutputStream getOutputStream() {
        return Channels.newOutputStream(channel);
    }

    @Override
    public boolean isConnected() {
        return channel.isConnected();
    }

    @Override
    public boolean isClosed() {
        return !channel.isOpen();
    }

    /** There is no such thing here. */
    @Override
    public void setTcpNoDelay(boolean on) {
        // All that is written is sent at once.
    }

    /** There is no such thing here. */
    @Override
    public void setKeepAlive(boolean on) {
        // The other end cannot go without being noticed.
    }

    @Override
    public synchronized void setSoTimeout(int timeout) {
        // A login waits as long as it takes.
    }

    @Override
    public synchronized int getSoTimeout() {
        return 0;
    }

    @Override
    public synchronized void close() throws IOException {
        channel.close();
    }
}
