package dev.pgduo.shell.screen;

import java.io.Writer;
import java.util.function.Consumer;

/** Splits text into lines, and passes each complete line on. */
public final class LineWriter extends Writer {
    private final Consumer<String> lines;
    private final StringBuilder pending = new StringBuilder();

    public LineWriter(Consumer<String> lines) {
        this.lines = lines;
    }

    @Override
    public void write(char[] text, int from, int length) {
        synchronized (lock) {
            pending.append(text, from, length);
            int start = 0;
            for (int end = pending.indexOf("\n"); end >= 0; end = pending.indexOf("\n", start)) {
                lines.accept(pending.substring(start, end));
                start = end + 1;
            }
            pending.delete(0, start);
        }
    }

    /** Does nothing: an unfinished line waits for its end, so that a progress line is not split. */
    @Override
    public void flush() {}

    @Override
    public void close() {
        synchronized (lock) {
            if (!pending.isEmpty()) {
                lines.accept(pending.toString());
                pending.setLength(0);
            }
        }
    }
}
