package dev.pgduo.wire;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Whether a server accepts connections, as libpq's PQping says it; the numbers are pg_isready's exit codes. */
public enum Ping {
    ACCEPTING(0, "accepting connections"),
    REJECTING(1, "rejecting connections"),
    NO_RESPONSE(2, "no response"),
    NO_ATTEMPT(3, "no attempt");

    private static final String CANNOT_CONNECT_NOW = "57P03";
    /** The longest message before the login that is taken for PostgreSQL's, in bytes, as in libpq. */
    private static final int LONGEST = 30_000;

    private final int exitCode;
    private final String words;

    Ping(int exitCode, String words) {
        this.exitCode = exitCode;
        this.words = words;
    }

    public int exitCode() {
        return exitCode;
    }

    /** pg_isready's text. */
    public String words() {
        return words;
    }

    /**
     * Asks the servers in their order; the result is that of the first one that answers.
     *
     * @param full complete options
     * @param limit how long to try each; zero means for ever
     * @throws IllegalArgumentException when it names no server that could be asked
     */
    public static Ping of(Conninfo full, Duration limit) {
        return full.endpoints().stream()
                .map(endpoint -> of(endpoint, limit))
                .filter(answer -> answer != NO_RESPONSE)
                .findFirst()
                .orElse(NO_RESPONSE);
    }

    /**
     * Asks one server; one that refuses the login, or wants a password for it, is up nevertheless.
     *
     * @param limit how long to try each of its addresses; zero means for ever
     */
    public static Ping of(Endpoint endpoint, Duration limit) {
        try {
            for (Address address : Address.all(endpoint)) {
                Ping answer = of(address, (int) Math.min(limit.toMillis(), Integer.MAX_VALUE));
                if (answer != NO_RESPONSE) {
                    return answer;
                }
            }
            return NO_RESPONSE;
        } catch (ConnectFailed e) {
            return NO_RESPONSE;
        }
    }

    private static Ping of(Address address, int millis) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("user", address.endpoint().user());
        parameters.put("database", address.endpoint().database());
        try (LoginSocket socket = new LoginSocket(parameters, address.socketAddress(), null, null)) {
            socket.connect(address.socketAddress(), millis);
            socket.setSoTimeout(millis);
            socket.wire().write(StartupOutput.packet(parameters));
            return answer(new DataInputStream(socket.rest()));
        } catch (IOException e) {
            return NO_RESPONSE;
        }
    }

    /** Reads everything that the server sends: closing the connection with unread data causes an error in the server's log. */
    private static Ping answer(DataInputStream in) throws IOException {
        while (true) {
            int type = in.readUnsignedByte();
            int length = in.readInt() - 4;
            if (length < 0 || length > LONGEST) {
                return NO_RESPONSE;
            }
            byte[] body = in.readNBytes(length);
            if (type == 'E') {
                String state = new BackendReader(new ByteArrayInputStream(body))
                        .message()
                        .sqlState();
                return state.equals(CANNOT_CONNECT_NOW) ? REJECTING : ACCEPTING;
            }
            boolean loggedIn = type == 'R' && Arrays.equals(body, new byte[4]);
            if (type == 'Z' || (type == 'R' && !loggedIn)) {
                return ACCEPTING;
            }
        }
    }
}
