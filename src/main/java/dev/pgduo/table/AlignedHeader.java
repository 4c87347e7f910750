package dev.pgduo.table;

import java.io.IOException;

/** The header of an aligned table: the column names, each centred, on as many lines as the name with the most lines has. */
final class AlignedHeader {
    private final Sink sink;
    private final Glyphs glyphs;
    private final int border;

    AlignedHeader(Sink sink, Glyphs glyphs, int border) {
        this.sink = sink;
        this.glyphs = glyphs;
        this.border = border;
    }

    void print(Widths widths) throws IOException {
        int height = 0;
        for (CellLines name : widths.names) {
            height = Math.max(height, name.count());
        }
        for (int line = 0; line < height; line++) {
            line(widths, line);
        }
    }

    private void line(Widths widths, int line) throws IOException {
        if (border == 2) {
            sink.text(glyphs.data().left());
        }
        int last = widths.names.length - 1;
        for (int i = 0; i <= last; i++) {
            if (border != 0 || (glyphs.old() && i > 0)) {
                sink.text(line > 0 ? glyphs.marks().headerLeft() : " ");
            }
            CellLines name = widths.names[i];
            name(name, line, widths.columns[i]);
            if (border != 0 || !glyphs.old()) {
                sink.text(line < name.count() - 1 ? glyphs.marks().headerRight() : " ");
            }
            if (border != 0 && i < last) {
                sink.text(glyphs.data().middle());
            }
        }
        if (border == 2) {
            sink.text(glyphs.data().right());
        }
        sink.put('\n');
    }

    private void name(CellLines name, int line, int width) throws IOException {
        if (line >= name.count()) {
            sink.spaces(width);
            return;
        }
        int free = width - name.width(line);
        sink.spaces(free / 2);
        sink.put(name.text(), name.start(line), name.end(line));
        sink.spaces((free + 1) / 2);
    }
}
