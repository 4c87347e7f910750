package dev.pgduo.session.connection;

import java.time.Duration;
import java.util.Map;

/** What a server answers to one who only knocks, as libpq's PQping tells it; the numbers are pg_isready's exit codes. */
public enum Ping {
    ACCEPTING(0, "accepting connections"),
    REJECTING(1, "rejecting connections"),
    NO_RESPONSE(2, "no response"),
    NO_ATTEMPT(3, "no attempt");

    private static final String CANNOT_CONNECT_NOW = "57P03";

    private final int exitCode;
    private final String words;

    Ping(int exitCode, String words) {
        this.exitCode = exitCode;
        this.words = words;
    }

    public int exitCode() {
        return exitCode;
    }

    /** pg_isready's words. */
    public String words() {
        return words;
    }

    /**
     * Asks the servers in their order; the first that answers counts. One that refuses the login is up nevertheless.
     *
     * @param full with everything filled in
     * @param limit how long to try each; zero means for ever
     * @throws IllegalArgumentException when it names no server that could be asked
     */
    public static Ping of(Conninfo full, Duration limit) {
        for (Endpoint endpoint : full.endpoints()) {
            Ping answer = of(endpoint, limit);
            if (answer != NO_RESPONSE) {
                return answer;
            }
        }
        return NO_RESPONSE;
    }

    private static Ping of(Endpoint endpoint, Duration limit) {
        try (WireConnection open = WireConnection.open(endpoint, Map.of(), new Timeouts(limit, limit))) {
            return open.backendPid() == 0 ? NO_RESPONSE : ACCEPTING;
        } catch (ConnectFailed e) {
            if (e.sqlState() == null) {
                return NO_RESPONSE;
            }
            return e.sqlState().equals(CANNOT_CONNECT_NOW) ? REJECTING : ACCEPTING;
        }
    }
}
