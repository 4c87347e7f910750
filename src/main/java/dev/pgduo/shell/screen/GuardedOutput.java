package dev.pgduo.shell.screen;

import java.io.PrintWriter;

/**
 * An output stream for commands that removes all escape sequences except pgduo's own colours. Each piece of text is checked as
 * a whole, so a colour's sequence must be printed in one call.
 */
public final class GuardedOutput extends PrintWriter {
    private final PrintWriter stream;
    private final Palette palette;

    /** Guards this stream. */
    public GuardedOutput(PrintWriter stream, Palette palette) {
        super(stream, false);
        this.stream = stream;
        this.palette = palette;
    }

    /** The unguarded stream, for sequences that move the terminal's cursor. */
    public PrintWriter stream() {
        return stream;
    }

    @Override
    public void write(int c) {
        write(String.valueOf((char) c));
    }

    @Override
    public void write(char[] text, int from, int length) {
        write(String.valueOf(text, from, length));
    }

    @Override
    public void write(String text, int from, int length) {
        String guarded = palette.guarded(text.substring(from, from + length));
        super.write(guarded, 0, guarded.length());
    }
}
