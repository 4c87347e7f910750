package dev.pgduo.table;

import java.io.IOException;

/** The position in a cell while it is printed: the line, and how much of the line is printed already when it has to be wrapped. */
final class LineCursor {
    /** Why a cell goes on in the next line of output. */
    enum Continuation {
        NONE,
        WRAP,
        NEWLINE
    }

    private final TextEncoding encoding;
    private final CellLines lines;
    private int line;
    private int at;
    private int pieceEnd;
    private int pieceWidth;

    LineCursor(TextEncoding encoding) {
        this.encoding = encoding;
        this.lines = new CellLines(encoding);
    }

    void start(byte[] cell, int from, int to) {
        lines.format(cell, from, to);
        rewind();
    }

    void startPlain(byte[] cell, int from, int to) {
        lines.plain(cell, from, to);
        rewind();
    }

    private void rewind() {
        line = 0;
        at = lines.start(0);
    }

    boolean done() {
        return line >= lines.count();
    }

    /**
     * Whether all of the cell is printed and its last line was not empty; beside a name with more lines psql then shows the mark of a
     * wrapped line.
     */
    boolean doneWithText() {
        int last = lines.count() - 1;
        return done() && lines.end(last) > lines.start(last);
    }

    /** Whether this is not the first line of the cell; at the end of the cell, it is asked of the last line. */
    boolean laterLine() {
        return Math.min(line, lines.count() - 1) > 0;
    }

    /** Whether the line was begun in an earlier line of output. */
    boolean insideLine() {
        return !done() && at > lines.start(line);
    }

    /**
     * Measures the next piece of the line: what fits in so many columns, but at least one character.
     *
     * @return the display columns it takes
     */
    int measure(int columns) {
        byte[] text = lines.text();
        int end = lines.end(line);
        if (at == lines.start(line) && lines.width(line) <= columns) {
            pieceEnd = end;
            pieceWidth = lines.width(line);
            return pieceWidth;
        }
        pieceEnd = at;
        pieceWidth = 0;
        while (pieceEnd < end) {
            int width = encoding.characterWidth(text, pieceEnd);
            if (pieceWidth + width > columns && pieceWidth != 0) {
                break;
            }
            pieceWidth += width;
            pieceEnd += encoding.characterLength(text, pieceEnd);
        }
        return pieceWidth;
    }

    /** Prints the measured piece and moves on to the next one. */
    void print(Sink sink) throws IOException {
        sink.put(lines.text(), at, pieceEnd);
        at = pieceEnd;
        if (at == lines.end(line)) {
            line++;
            at = done() ? 0 : lines.start(line);
        }
    }

    Continuation continuation() {
        if (done()) {
            return Continuation.NONE;
        }
        if (insideLine()) {
            return Continuation.WRAP;
        }
        return laterLine() ? Continuation.NEWLINE : Continuation.NONE;
    }
}
