package dev.pgduo.cluster.process;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Keeps what a program writes, where that is wanted, and tells it line by line. A line is decoded as a whole, so a character that arrives
 * in two pieces stays whole. Safe for one writing and one reading thread.
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

    /** One that tells the lines and keeps nothing of them. */
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

    /** The last line may have no end; Commons Exec flushes when the program has ended. */
    @Override
    public synchronized void close() {
        if (line.size() > 0) {
            endLine();
        }
    }

    /** How many bytes came so far. */
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
