package dev.pgduo.session.host;

import dev.pgduo.table.ByteText;

/** Where a session prints: psql's standard output and standard error, in order of printing. */
public interface SessionOutput {
    /** Standard output; the bytes are used before this returns. */
    void out(byte[] utf8, int offset, int length);

    /** Standard error: complete lines with their newlines. */
    void err(String text);

    /** Text for standard output. */
    default void out(String text) {
        byte[] utf8 = ByteText.encode(text);
        out(utf8, 0, utf8.length);
    }

    /** What was printed is whole, and what comes next takes a while: a round of {@code \watch}. */
    default void pause() {}

    /** Standard output that the person sees elsewhere, in a pager. */
    default void aside(byte[] utf8, int offset, int length) {}

    /** Lets go of what was kept back. */
    default void flush() {}
}
