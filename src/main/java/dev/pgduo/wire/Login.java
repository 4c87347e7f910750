package dev.pgduo.wire;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.ConnectionFactory;
import org.postgresql.core.QueryExecutor;
import org.postgresql.util.HostSpec;

/** One attempt at one address: pgjdbc connects and authenticates, by whatever method the server wants. */
final class Login {
    private static final AtomicLong TICKETS = new AtomicLong();

    private final Endpoint endpoint;
    private final Map<String, String> parameters;
    private final Timeouts timeouts;
    private final Encryption encryption;
    private final @Nullable Path door;

    Login(
            Endpoint endpoint,
            Map<String, String> parameters,
            Timeouts timeouts,
            Encryption encryption,
            @Nullable Path door) {
        this.door = door;
        this.endpoint = endpoint;
        this.parameters = parameters;
        this.timeouts = timeouts;
        this.encryption = encryption;
    }

    /** Logs in at the address; when that fails and {@code sslmode} allows it, once more with the other of encrypted and unencrypted. */
    WireConnection at(Address address) throws ConnectFailed {
        List<ConnectFailed> failures = new ArrayList<>();
        for (Encryption.Way way : door == null ? encryption.ways(address) : List.of(Encryption.Way.CLEAR)) {
            TlsHandshake handshake = way == Encryption.Way.CLEAR ? null : new TlsHandshake(encryption, address);
            LoginSocket socket = new LoginSocket(
                    parameters,
                    door == null
                            ? address.socketAddress()
                            : UnixDomainSocketAddress.of(
                                    endpoint.withHost(door.toString()).socket()),
                    handshake,
                    encryption.options().value("requirepeer"));
            try {
                return over(socket, address);
            } catch (ConnectFailed e) {
                close(socket);
                failures.add(e);
                if (!mayDependOn(way, socket, e)) {
                    break;
                }
            }
        }
        throw ConnectFailed.all(failures);
    }

    /** Whether a server that refused might accept the other of encrypted and unencrypted. */
    private static boolean mayDependOn(Encryption.Way way, LoginSocket socket, ConnectFailed failure) {
        LoginInput login = socket.login();
        if (login == null) {
            return failure.getCause() != null
                    && cause(failure.getCause()) instanceof Unacceptable broken
                    && broken.agreed();
        }
        return login.error() != null && (way == Encryption.Way.CLEAR || socket.encryption() != null);
    }

    private WireConnection over(LoginSocket socket, Address address) throws ConnectFailed {
        String ticket = Long.toString(TICKETS.incrementAndGet());
        LoginSocketFactory.leave(ticket, socket);
        try {
            if (socket.isUnix()) {
                socket.open();
            }
            QueryExecutor driver = connected(address, properties(ticket));
            encryption.check(socket.login(), address);
            return new WireConnection(socket, driver, address, timeouts);
        } catch (SQLException | IOException e) {
            throw failure(address, socket.login(), e);
        } finally {
            LoginSocketFactory.forget(ticket);
        }
    }

    /**
     * Through pgjdbc's inner door and not by way of {@code DriverManager}: that asks every library on the class path for drivers and
     * defaults, and makes a JDBC connection, of which only the login is wanted; both take longer than the login.
     */
    private QueryExecutor connected(Address address, Properties properties) throws SQLException {
        String literal = address.inet() == null ? "localhost" : address.inet().getHostAddress();
        String host = literal.indexOf(':') >= 0 ? "[" + literal + "]" : literal;
        return ConnectionFactory.openConnection(new HostSpec[] {new HostSpec(host, endpoint.port())}, properties);
    }

    private Properties properties(String ticket) {
        Properties properties = new Properties();
        properties.setProperty("socketFactory", LoginSocketFactory.class.getName());
        properties.setProperty("socketFactoryArg", ticket);
        properties.setProperty("PGDBNAME", endpoint.database());
        properties.setProperty("user", endpoint.user());
        if (endpoint.password() != null) {
            properties.setProperty("password", endpoint.password());
        }
        properties.setProperty("sslmode", "disable");
        properties.setProperty("gssEncMode", "disable");
        properties.setProperty("assumeMinServerVersion", "9.6");
        properties.setProperty(
                "connectTimeout", Long.toString(timeouts.connect().toSeconds()));
        // A server that takes the connection and says nothing counts as one that does not take it.
        Duration login = timeouts.answer().isZero() ? timeouts.connect() : timeouts.answer();
        properties.setProperty("socketTimeout", Long.toString(login.toSeconds()));
        return properties;
    }

    private static boolean timedOut(Throwable cause) {
        return cause instanceof SocketTimeoutException || (cause.getCause() != null && timedOut(cause.getCause()));
    }

    private static ConnectFailed failure(Address address, @Nullable LoginInput login, Exception cause) {
        if (login == null) {
            return address.failed(refusal(address, cause), null, cause);
        }
        if (timedOut(cause)) {
            return address.failed("timeout expired", null, cause);
        }
        ServerMessage error = login.error();
        if (error != null) {
            return address.refused(error);
        }
        boolean noPassword = address.endpoint().password() == null && login.passwordWanted();
        String words = noPassword ? ConnectFailed.NO_PASSWORD : ConnectionLost.WORDS.strip();
        return address.failed(words, noPassword ? "28P01" : null, cause);
    }

    private static String refusal(Address address, Exception failure) {
        Throwable cause = cause(failure);
        if (cause instanceof SocketTimeoutException) {
            return "timeout expired";
        }
        if (cause instanceof Unacceptable) {
            return String.valueOf(cause.getMessage());
        }
        if (address.endpoint().host().startsWith("@")) {
            // Java has no sockets in the abstract namespace; servers rarely listen there.
            return "Connection refused" + address.question();
        }
        String reason = String.valueOf(cause.getMessage()).replaceFirst(" \\(.*\\)$", "");
        return reason + address.question();
    }

    private static Throwable cause(Throwable failure) {
        return failure.getCause() == null ? failure : failure.getCause();
    }

    private static void close(LoginSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // Nothing was using it.
        }
    }
}
