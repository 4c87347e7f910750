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

    /** Lets go of what was kept back. */
    default void flush() {}
}
