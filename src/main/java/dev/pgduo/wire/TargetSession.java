package dev.pgduo.wire;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The kinds of server that a connection can ask for (manual: {@code target_session_attrs}). */
public enum TargetSession {
    ANY("any"),
    READ_WRITE("read-write"),
    READ_ONLY("read-only"),
    PRIMARY("primary"),
    STANDBY("standby"),
    PREFER_STANDBY("prefer-standby");

    private final String word;

    TargetSession(String word) {
        this.word = word;
    }

    /**
     * The constant of this name.
     *
     * @throws IllegalArgumentException with libpq's complaint
     */
    public static TargetSession of(String word) {
        for (TargetSession target : values()) {
            if (target.word.equals(word)) {
                return target;
            }
        }
        throw new IllegalArgumentException("invalid target_session_attrs value: \"" + word + "\"");
    }

    /** The kinds to look for, one for each round over all servers. */
    public List<TargetSession> rounds() {
        return this == PREFER_STANDBY ? List.of(STANDBY, ANY) : List.of(this);
    }

    /** Why the server is not the wanted kind, or null when it is. */
    @Nullable
    String refusal(WireConnection connection) throws ConnectionLost {
        return switch (this) {
            case ANY, PREFER_STANDBY -> null;
            case READ_WRITE -> readOnly(connection) ? "session is read-only" : null;
            case READ_ONLY -> readOnly(connection) ? null : "session is not read-only";
            case PRIMARY -> standby(connection) ? "server is in hot standby mode" : null;
            case STANDBY -> standby(connection) ? null : "server is not in hot standby mode";
        };
    }

    private static boolean readOnly(WireConnection connection) throws ConnectionLost {
        String usual = connection.parameter("default_transaction_read_only");
        return usual == null
                ? answer(connection, "SHOW transaction_read_only")
                : usual.equals("on") || standby(connection);
    }

    private static boolean standby(WireConnection connection) throws ConnectionLost {
        String said = connection.parameter("in_hot_standby");
        return said == null ? answer(connection, "SELECT pg_catalog.pg_is_in_recovery()") : said.equals("on");
    }

    /** Asks the server for what those before 14 do not report by themselves: on or true. */
    private static boolean answer(WireConnection connection, String question) throws ConnectionLost {
        Yes yes = new Yes(new ArrayList<>());
        connection.query(question, yes);
        return yes.words.contains("on") || yes.words.contains("t");
    }

    private record Yes(List<String> words) implements ResponseHandler {
        @Override
        public void fields(List<Field> fields) {}

        @Override
        public void row(byte[] @Nullable [] values) {
            byte[] first = values[0];
            words.add(first == null ? "" : new String(first, java.nio.charset.StandardCharsets.UTF_8));
        }

        @Override
        public void complete(String tag) {}

        @Override
        public void error(ServerMessage error) {}

        @Override
        public void notice(ServerMessage notice) {}
    }
}
