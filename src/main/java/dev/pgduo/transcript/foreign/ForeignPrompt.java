package dev.pgduo.transcript.foreign;

/**
 * A prompt and the text after it.
 *
 * @param key the name for {@code --map}: without bars, directories and marks of a transaction
 * @param name the part that may indicate the node or the session: the key without signs
 * @param kind the kind of input
 * @param bars the bars before it, or empty
 * @param rest the text after it
 */
record ForeignPrompt(String key, String name, Kind kind, String bars, String rest) {
    /** The kinds of input at a prompt. */
    enum Kind {
        SQL,
        SHELL,
        /** The line continues an SQL statement. */
        MORE_SQL
    }

    /** A line without a prompt, whose kind was recognized by its words. */
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

    /** The name for the report and {@code --map}, with its bars. */
    String shown() {
        return bars.isEmpty() ? key : key.isEmpty() ? bars : key.matches("=[>#]") ? bars + " " + key : bars + key;
    }
}
