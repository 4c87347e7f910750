package dev.pgduo.table;

import dev.pgduo.table.LineCursor.Continuation;
import java.io.IOException;

/** The lines of a record in expanded output: name and value side by side, until neither has more lines. */
final class ExpandedLines {
    private final Sink sink;
    private final Glyphs glyphs;
    private final int border;
    private final ExpandedWidths widths;
    private final LineCursor value;

    ExpandedLines(Table table, Sink sink, ExpandedWidths widths) {
        this.sink = sink;
        this.glyphs = Glyphs.of(table.options().lineStyle());
        this.border = table.border(2);
        this.widths = widths;
        this.value = new LineCursor(table.options().encoding());
    }

    void print(Cells.Row row) throws IOException {
        for (int i = 0; i < widths.names.length; i++) {
            if (row.plain(i)) {
                value.startPlain(row.bytes(), row.start(i), row.end(i));
            } else {
                value.start(row.bytes(), row.start(i), row.end(i));
            }
            print(widths.names[i]);
        }
    }

    private void print(CellLines name) throws IOException {
        for (int line = 0; line < name.count() || !value.done(); line++) {
            if (border == 2) {
                sink.text(glyphs.data().left());
            }
            if (line < name.count()) {
                name(name, line);
            } else {
                blankName();
            }
            if (border > 0) {
                sink.text(divider());
            }
            if (value.done()) {
                blankValue();
            } else {
                value();
            }
        }
    }

    private void name(CellLines name, int line) throws IOException {
        if (border == 2 || widths.markedLeft()) {
            sink.text(line > 0 ? glyphs.marks().headerLeft() : " ");
        }
        sink.put(name.text(), name.start(line), name.end(line));
        sink.spaces(widths.name - name.width(line));
        if (border > 0 || markedRight()) {
            sink.text(line < name.count() - 1 ? glyphs.marks().headerRight() : " ");
        }
    }

    private boolean markedRight() {
        return widths.tallNames() && !glyphs.old();
    }

    private void blankName() throws IOException {
        int marks = (border < 2 && widths.markedLeft()) || (border == 0 && markedRight()) ? 1 : 0;
        sink.spaces(Math.max(1, widths.name + border + marks));
    }

    private String divider() {
        if (value.insideLine() || value.doneWithText()) {
            return glyphs.marks().wrapDivider();
        }
        return value.laterLine()
                ? glyphs.marks().newlineDivider()
                : glyphs.data().middle();
    }

    private void value() throws IOException {
        sink.text(value.insideLine() ? glyphs.marks().wrapLeft() : " ");
        int free = widths.value() - value.measure(widths.value());
        value.print(sink);
        Continuation next = value.continuation();
        boolean marked = next == Continuation.NONE ? border > 1 : border > 1 || (widths.tallValues() && !glyphs.old());
        if (marked) {
            sink.spaces(free);
            sink.text(glyphs.marks().right(next));
        }
        if (border == 2) {
            sink.text(glyphs.data().right());
        }
        sink.put('\n');
    }

    private void blankValue() throws IOException {
        if (border == 2) {
            sink.spaces(widths.value() + 2);
            sink.text(glyphs.data().right());
        }
        sink.put('\n');
    }
}
