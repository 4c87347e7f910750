package dev.pgduo.session.host;

import dev.pgduo.table.ByteText;

/** The output of a session: psql's standard output and standard error, in order. */
public interface SessionOutput {
    /** Prints on standard output; the bytes may be changed afterwards. */
    void out(byte[] utf8, int offset, int length);

    /** Prints complete lines with their newlines on standard error. */
    void err(String text);

    /** Prints text on standard output. */
    default void out(String text) {
        byte[] utf8 = ByteText.encode(text);
        out(utf8, 0, utf8.length);
    }

    /** The output so far is complete, and more comes only after a while, as in a round of {@code \watch}. */
    default void pause() {}

    /** Standard output that the person has seen elsewhere, in a pager. */
    default void aside(byte[] utf8, int offset, int length) {}

    /** Writes buffered output. */
    default void flush() {}
}
