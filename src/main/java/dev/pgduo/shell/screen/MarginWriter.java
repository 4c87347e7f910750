package dev.pgduo.shell.screen;

import java.io.Writer;

/** Cuts what is written into lines and gives them to the screen behind a margin. */
final class MarginWriter extends Writer {
    private final Screen screen;
    private final String margin;
    private final StringBuilder pending = new StringBuilder();

    MarginWriter(Screen screen, String margin) {
        this.screen = screen;
        this.margin = margin;
    }

    @Override
    public void write(char[] text, int from, int length) {
        synchronized (lock) {
            pending.append(text, from, length);
            int start = 0;
            for (int end = pending.indexOf("\n"); end >= 0; end = pending.indexOf("\n", start)) {
                screen.line(margin, pending.substring(start, end));
                start = end + 1;
            }
            pending.delete(0, start);
        }
    }

    /** Nothing: an unfinished line waits for its end, so that a progress line is not torn. */
    @Override
    public void flush() {}

    @Override
    public void close() {
        synchronized (lock) {
            if (!pending.isEmpty()) {
                screen.line(margin, pending.toString());
                pending.setLength(0);
            }
        }
    }
}
