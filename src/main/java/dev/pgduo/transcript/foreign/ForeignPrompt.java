package dev.pgduo.transcript.foreign;

/**
 * A prompt and what stands behind it.
 *
 * @param key as {@code --map} names it: without bars, directories and the marks of a transaction
 * @param name what may say the node or the session: the key without its signs
 * @param kind what is typed at it
 * @param bars that stand before it, or empty
 * @param rest what is typed
 */
record ForeignPrompt(String key, String name, Kind kind, String bars, String rest) {
    /** What is typed at a prompt. */
    enum Kind {
        SQL,
        SHELL,
        /** The line goes on from the one above, in SQL. */
        MORE_SQL
    }

    /** No prompt; what kind the line has was seen from its words. */
    static ForeignPrompt none(Kind kind, String rest) {
        return new ForeignPrompt("", "", kind, "", rest);
    }

    boolean sql() {
        return kind == Kind.SQL;
    }

    boolean shell() {
        return kind == Kind.SHELL;
    }

    boolean more() {
        return kind == Kind.MORE_SQL;
    }

    /** What the report and {@code --map} call it, with its bars. */
    String shown() {
        return bars.isEmpty() ? key : key.isEmpty() ? bars : key.matches("=[>#]") ? bars + " " + key : bars + key;
    }
}
