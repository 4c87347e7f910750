package dev.pgduo.cluster;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
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
    /** Bytes of a message before the login that is one of PostgreSQL's, as libpq has it. */
    private static final int LONGEST = 30_000;

    private ServerPing() {}

    /** Whether the server that wrote this file takes connections. */
    static boolean accepts(PostmasterFile server, String user) {
        if (server.port().isEmpty()) {
            return false;
        }
        try (SocketChannel channel = open(server, server.port().get())) {
            channel.write(packet(user));
            boolean accepts = accepts(new DataInputStream(Channels.newInputStream(channel)));
            channel.shutdownOutput();
            return accepts;
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

    /** Reads all that the server says of its own accord: a connection closed on unread words is an error in the server's log. */
    private static boolean accepts(DataInputStream in) throws IOException {
        while (true) {
            int type = in.read();
            int length = type < 0 ? 0 : in.readInt() - 4;
            if (type < 0 || length < 0 || length > LONGEST) {
                return false;
            }
            byte[] body = in.readNBytes(length);
            boolean loggedIn = type == 'R' && ByteBuffer.wrap(body).getInt() == 0;
            if (type == 'E') {
                return !new String(body, StandardCharsets.ISO_8859_1).contains("C57P03\0");
            }
            if (type == 'Z' || (type == 'R' && !loggedIn)) {
                return true;
            }
        }
    }
}
