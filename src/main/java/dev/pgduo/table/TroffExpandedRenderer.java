package dev.pgduo.table;

import java.io.IOException;

/** A troff -ms table with a line for each name and value (psql: {@code print_troff_ms_vertical}). */
record TroffExpandedRenderer(Table table, Sink sink, TroffPage page, int border) implements Renderer {
    TroffExpandedRenderer(Table table, Sink sink) {
        this(table, sink, new TroffPage(table, sink), table.border(2));
    }

    @Override
    public void print(Slice slice) throws IOException {
        if (slice.first()) {
            page.begin();
            sink.text(table.options().tuplesOnly() ? "c l;\n" : "");
        }
        slice.records(this::row);
        if (slice.last()) {
            page.end(table.givenFooters());
        }
    }

    private void row(long number, Cells.Row row) throws IOException {
        if (!table.options().tuplesOnly()) {
            sink.text(border == 2 && number > 1 ? "_\n" : "");
            sink.text(number > 1 ? ".T&\n" : "");
            sink.line("c s.");
            sink.line("\\fIRecord " + number + "\\fP");
        }
        sink.text(border >= 1 ? "_\n" : "");
        if (!table.options().tuplesOnly()) {
            sink.line(".T&");
            sink.line(border == 1 ? "c | l." : "c l.");
        }
        for (int i = 0; i < table.columns(); i++) {
            Escapes.TROFF.write(sink, table.name(i));
            sink.put('\t');
            Escapes.TROFF.write(sink, row, i);
            sink.put('\n');
        }
    }
}
