package dev.pgduo.session.host;

import dev.pgduo.table.ByteText;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Keeps all output, with both streams in one as on a terminal. Thread-safe. */
public final class CollectingOutput implements SessionOutput {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Override
    public synchronized void out(byte[] utf8, int offset, int length) {
        bytes.write(utf8, offset, length);
    }

    @Override
    public synchronized void err(String text) {
        bytes.writeBytes(ByteText.encode(text));
    }

    /** All text so far. */
    public synchronized String text() {
        return ByteText.decode(bytes.toByteArray());
    }

    /** The lines so far, for text in UTF-8; psql's blank line below a table is one of them. */
    public synchronized List<String> lines() {
        String text = bytes.toString(StandardCharsets.UTF_8);
        String whole = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        return text.isEmpty() ? List.of() : List.of(whole.split("\n", -1));
    }

    /** All text so far, which is then removed. */
    public synchronized String take() {
        String text = text();
        bytes.reset();
        return text;
    }
}
