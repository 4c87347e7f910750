package dev.pgduo.table;

import dev.pgduo.table.LineCursor.Continuation;
import java.io.IOException;

/** The rows of an aligned table, each in as many lines as its tallest cell needs. */
final class AlignedRows {
    private final Sink sink;
    private final Glyphs glyphs;
    private final int border;
    private final int[] widths;
    private final boolean wrapped;
    private final boolean[] right;
    private final LineCursor[] cursors;
    private final Continuation[] states;

    AlignedRows(Table table, Sink sink, Widths widths) {
        this.sink = sink;
        this.glyphs = Glyphs.of(table.options().lineStyle());
        this.border = table.border(2);
        this.widths = widths.columns;
        this.wrapped = widths.wrapped();
        this.right = new boolean[table.columns()];
        this.cursors = new LineCursor[table.columns()];
        this.states = new Continuation[table.columns()];
        for (int i = 0; i < cursors.length; i++) {
            right[i] = table.right(i);
            cursors[i] = new LineCursor(table.options().encoding());
            states[i] = Continuation.NONE;
        }
    }

    void print(Cells.Row row) throws IOException {
        if (!wrapped && allPlain(row)) {
            plain(row);
            return;
        }
        for (int i = 0; i < cursors.length; i++) {
            if (row.plain(i)) {
                cursors[i].startPlain(row.bytes(), row.start(i), row.end(i));
            } else {
                cursors[i].start(row.bytes(), row.start(i), row.end(i));
            }
        }
        boolean more = true;
        while (more) {
            more = line();
        }
    }

    private boolean allPlain(Cells.Row row) {
        for (int i = 0; i < widths.length; i++) {
            if (!row.plain(i)) {
                return false;
            }
        }
        return true;
    }

    /** Prints a row whose cells are all printable ASCII on one line, so that each byte takes one display column: the usual case. */
    private void plain(Cells.Row row) throws IOException {
        if (border == 2) {
            sink.text(glyphs.data().left());
        }
        int last = widths.length - 1;
        for (int i = 0; i <= last; i++) {
            if (border != 0) {
                sink.put(' ');
            }
            boolean closed = border == 2 || i < last;
            plainCell(row, i, closed);
            if (closed) {
                sink.put(' ');
            }
            if (border != 0 && i < last) {
                sink.text(glyphs.data().middle());
            }
        }
        endLine();
    }

    private void plainCell(Cells.Row row, int column, boolean closed) throws IOException {
        int start = row.start(column);
        int end = row.end(column);
        int free = widths[column] - (end - start);
        if (right[column]) {
            sink.spaces(free);
        }
        sink.put(row.bytes(), start, end);
        if (closed && !right[column]) {
            sink.spaces(free);
        }
    }

    /** Prints one line of a row; returns whether the row has more lines. */
    private boolean line() throws IOException {
        boolean more = false;
        if (border == 2) {
            sink.text(glyphs.data().left());
        }
        int last = widths.length - 1;
        for (int i = 0; i <= last; i++) {
            if (border != 0) {
                sink.text(glyphs.marks().left(states[i]));
            }
            cell(i, border == 2 || i < last);
            more |= !cursors[i].done();
            if (border != 0 && i < last) {
                sink.text(divider(i + 1));
            }
        }
        endLine();
        return more;
    }

    private void cell(int column, boolean closed) throws IOException {
        LineCursor cursor = cursors[column];
        int free = 0;
        if (cursor.done()) {
            sink.spaces(closed ? widths[column] : 0);
        } else {
            free = Math.max(0, widths[column] - cursor.measure(widths[column]));
            sink.spaces(right[column] ? free : 0);
            cursor.print(sink);
        }
        Continuation next = cursor.continuation();
        states[column] = next;
        boolean marked = closed || next != Continuation.NONE;
        if (marked) {
            sink.spaces(right[column] ? 0 : free);
            sink.text(glyphs.marks().right(next));
        }
    }

    private String divider(int column) {
        return switch (states[column]) {
            case WRAP -> glyphs.marks().wrapDivider();
            case NEWLINE -> glyphs.marks().newlineDivider();
            case NONE ->
                cursors[column].done()
                        ? glyphs.marks().blankDivider()
                        : glyphs.data().middle();
        };
    }

    private void endLine() throws IOException {
        if (border == 2) {
            sink.text(glyphs.data().right());
        }
        sink.put('\n');
    }
}
