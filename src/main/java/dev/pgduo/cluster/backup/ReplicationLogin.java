package dev.pgduo.cluster.backup;

import dev.pgduo.cluster.Endpoint;
import java.io.IOException;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;

/**
 * How to become a replication client of a server: pgjdbc connects and authenticates, by whatever method the server wants, and the
 * idle connection is then spoken to directly, because pgjdbc has no BASE_BACKUP.
 *
 * @param server where it is and who connects
 * @param password for md5 and SCRAM
 */
public record ReplicationLogin(Endpoint server, Optional<String> password) {
    private static final String CONNECT_SECONDS = "10";

    /** Without the password. */
    @Override
    public String toString() {
        return "ReplicationLogin[" + server + "]";
    }

    ReplicationLink open(String applicationName) throws IOException {
        String ticket = UUID.randomUUID().toString();
        SocketChannel channel =
                server.overSocket() ? SocketChannel.open(StandardProtocolFamily.UNIX) : SocketChannel.open();
        ChannelSocketFactory.leave(ticket, socket(channel));
        try {
            Connection jdbc = DriverManager.getConnection(
                    "jdbc:postgresql://" + (server.overSocket() ? "localhost" : server.host()) + ":" + server.port()
                            + "/",
                    properties(ticket, applicationName));
            return new ReplicationLink(channel, jdbc);
        } catch (SQLException e) {
            channel.close();
            throw new IOException("connection to server " + place() + " failed: " + e.getMessage(), e);
        } finally {
            ChannelSocketFactory.forget(ticket);
        }
    }

    private String place() {
        return server.overSocket()
                ? "on socket \"" + server.socket() + "\""
                : "at \"" + server.host() + "\", port " + server.port();
    }

    private Socket socket(SocketChannel channel) {
        return server.overSocket()
                ? new UnixSocket(channel, UnixDomainSocketAddress.of(server.socket()))
                : channel.socket();
    }

    private Properties properties(String ticket, String applicationName) {
        Properties properties = new Properties();
        properties.setProperty("socketFactory", ChannelSocketFactory.class.getName());
        properties.setProperty("socketFactoryArg", ticket);
        properties.setProperty("user", server.user());
        password.ifPresent(secret -> properties.setProperty("password", secret));
        properties.setProperty("replication", "true");
        properties.setProperty("preferQueryMode", "simple");
        properties.setProperty("assumeMinServerVersion", "9.4");
        properties.setProperty("ApplicationName", applicationName);
        properties.setProperty("sslmode", "disable");
        properties.setProperty("gssEncMode", "disable");
        properties.setProperty("connectTimeout", CONNECT_SECONDS);
        return properties;
    }
}
