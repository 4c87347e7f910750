package dev.pgduo.cluster.process;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Passes a program's output on line by line, and keeps it if that is wanted. Lines are decoded as a whole, so that a character
 * that arrives in two pieces is not damaged. Safe for one writing and one reading thread.
 */
final class LineStream extends OutputStream {
    private final ByteArrayOutputStream all = new ByteArrayOutputStream();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final Consumer<String> sink;
    private final boolean keeps;
    private boolean afterReturn;

    LineStream(Consumer<String> sink) {
        this(sink, true);
    }

    private LineStream(Consumer<String> sink, boolean keeps) {
        this.sink = sink;
        this.keeps = keeps;
    }

    /** A stream that passes lines on without keeping them. */
    static LineStream passing(Consumer<String> sink) {
        return new LineStream(sink, false);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            write(bytes[i]);
        }
    }

    @Override
    public synchronized void write(int b) {
        if (keeps) {
            all.write(b);
        }
        boolean secondHalf = b == '\n' && afterReturn;
        afterReturn = b == '\r';
        if (secondHalf) {
            return;
        }
        if (b == '\n' || b == '\r') {
            endLine();
        } else {
            line.write(b);
        }
    }

    /** Passes on a last line without a line feed; Commons Exec flushes when the program has ended. */
    @Override
    public synchronized void close() {
        if (line.size() > 0) {
            endLine();
        }
    }

    /** The number of bytes so far. */
    synchronized long size() {
        return all.size();
    }

    synchronized String text() {
        close();
        return all.toString(StandardCharsets.UTF_8);
    }

    private void endLine() {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        sink.accept(text);
    }
}
