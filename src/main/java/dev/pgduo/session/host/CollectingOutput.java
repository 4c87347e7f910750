package dev.pgduo.session.host;

import dev.pgduo.table.ByteText;
import java.io.ByteArrayOutputStream;

/** Keeps what is printed, as a terminal shows it: both streams in one. Thread-safe. */
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

    /** All of it so far. */
    public synchronized String text() {
        return ByteText.decode(bytes.toByteArray());
    }

    /** All of it so far, and forgets it. */
    public synchronized String take() {
        String text = text();
        bytes.reset();
        return text;
    }
}
