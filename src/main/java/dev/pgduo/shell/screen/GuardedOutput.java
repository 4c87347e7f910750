package dev.pgduo.shell.screen;

import java.io.PrintWriter;

/**
 * A stream of the process as commands print to it: a terminal behind it obeys nothing but pgduo's own colours. What a piece of
 * text holds is looked at as a whole, so a colour must be printed at once.
 */
public final class GuardedOutput extends PrintWriter {
    private final PrintWriter stream;
    private final Palette palette;

    /** Guards what goes to this stream. */
    public GuardedOutput(PrintWriter stream, Palette palette) {
        super(stream, false);
        this.stream = stream;
        this.palette = palette;
    }

    /** The stream itself, for what moves the terminal's cursor. */
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
