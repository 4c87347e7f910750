package dev.pgduo.session.connection;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** One attempt at one address: pgjdbc connects and authenticates, by whatever method the server wants. */
final class Login {
    private static final AtomicLong TICKETS = new AtomicLong();

    private final Endpoint endpoint;
    private final Map<String, String> parameters;
    private final Timeouts timeouts;

    Login(Endpoint endpoint, Map<String, String> parameters, Timeouts timeouts) {
        this.endpoint = endpoint;
        this.parameters = parameters;
        this.timeouts = timeouts;
    }

    /** Logs in at the address. */
    WireConnection at(Address address) throws ConnectFailed {
        String ticket = Long.toString(TICKETS.incrementAndGet());
        LoginSocket socket = new LoginSocket(parameters, address.socketAddress());
        LoginSocketFactory.leave(ticket, socket);
        try {
            Connection jdbc = DriverManager.getConnection(url(address), properties(ticket));
            return new WireConnection(socket, jdbc, address, timeouts);
        } catch (SQLException | IOException e) {
            close(socket);
            throw failure(address, socket.login(), e);
        } catch (ConnectFailed e) {
            close(socket);
            throw e;
        } finally {
            LoginSocketFactory.forget(ticket);
        }
    }

    private String url(Address address) {
        String literal = address.inet() == null ? "localhost" : address.inet().getHostAddress();
        String host = literal.indexOf(':') >= 0 ? "[" + literal + "]" : literal;
        return "jdbc:postgresql://" + host + ":" + endpoint.port() + "/";
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
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        if (cause instanceof SocketTimeoutException) {
            return "timeout expired";
        }
        if (address.endpoint().host().startsWith("@")) {
            // Java has no sockets in the abstract namespace; servers rarely listen there.
            return "Connection refused" + address.question();
        }
        String reason = String.valueOf(cause.getMessage()).replaceFirst(" \\(.*\\)$", "");
        return reason + address.question();
    }

    private static void close(LoginSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // Nothing was using it.
        }
    }
}
