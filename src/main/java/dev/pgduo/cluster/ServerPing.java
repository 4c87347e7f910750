package dev.pgduo.cluster;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Asks a server whether it takes connections, as libpq's PQping does: any answer to a start-up packet but "cannot connect now"
 * (57P03) means yes.
 */
final class ServerPing {
    private static final int PROTOCOL = 3 << 16;

    private ServerPing() {}

    /** Whether the server that wrote this file takes connections. */
    static boolean accepts(PostmasterFile server, String user) {
        if (server.port().isEmpty()) {
            return false;
        }
        try (SocketChannel channel = open(server, server.port().get())) {
            channel.write(packet(user));
            return accepts(Channels.newInputStream(channel));
        } catch (IOException | UnresolvedAddressException e) {
            // A file that is just being written may hold half an address: the next look will see the whole one.
            return false;
        }
    }

    private static SocketChannel open(PostmasterFile server, Port port) throws IOException {
        String address = server.address();
        if (address.isEmpty()) {
            SocketAddress socket =
                    UnixDomainSocketAddress.of(Path.of(server.socketDirectory()).resolve(".s.PGSQL." + port));
            SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
            channel.connect(socket);
            return channel;
        }
        boolean any = address.equals("*") || address.equals("0.0.0.0") || address.equals("::");
        return SocketChannel.open(new InetSocketAddress(any ? "127.0.0.1" : address, port.number()));
    }

    private static ByteBuffer packet(String user) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(PROTOCOL);
        for (String word : new String[] {"user", user, "database", "postgres", ""}) {
            out.write(word.getBytes(StandardCharsets.UTF_8));
            out.writeByte(0);
        }
        byte[] body = bytes.toByteArray();
        ByteBuffer packet = ByteBuffer.allocate(4 + body.length);
        return packet.putInt(4 + body.length).put(body).flip();
    }

    private static boolean accepts(InputStream in) throws IOException {
        int type = in.read();
        if (type != 'E') {
            return type >= 0;
        }
        return !new String(in.readAllBytes(), StandardCharsets.ISO_8859_1).contains("C57P03\0");
    }
}
