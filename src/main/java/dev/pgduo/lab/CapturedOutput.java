package dev.pgduo.lab;

import dev.pgduo.session.host.SessionOutput;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a session prints, results and messages in the order in which they came. Safe for use by several threads. */
public final class CapturedOutput implements SessionOutput {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Override
    public synchronized void out(byte[] utf8, int offset, int length) {
        bytes.write(utf8, offset, length);
    }

    @Override
    public synchronized void err(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        bytes.write(utf8, 0, utf8.length);
    }

    /** The lines so far; psql's blank line under a table is one of them. */
    public synchronized List<String> lines() {
        String text = bytes.toString(StandardCharsets.UTF_8);
        String whole = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        return text.isEmpty() ? List.of() : List.of(whole.split("\n", -1));
    }
}
