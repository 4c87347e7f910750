package dev.pgduo.table;

import java.io.IOException;

/** A troff -ms table with a line for each name and value (psql: {@code print_troff_ms_vertical}). */
final class TroffExpandedRenderer implements Renderer {
    private final Table table;
    private final Sink sink;
    private final TroffPage page;
    private final int border;
    private long record;

    TroffExpandedRenderer(Table table, Sink sink) {
        this.table = table;
        this.sink = sink;
        this.page = new TroffPage(table, sink);
        this.border = table.border(2);
    }

    @Override
    public void print(Slice slice) throws IOException {
        if (slice.first()) {
            page.begin();
            sink.text(table.options().tuplesOnly() ? "c l;\n" : "");
        }
        record = slice.before();
        slice.cells().forEach(this::row);
        if (slice.last()) {
            page.end(table.givenFooters());
        }
    }

    private void row(Cells.Row row) throws IOException {
        record++;
        if (!table.options().tuplesOnly()) {
            sink.text(border == 2 && record > 1 ? "_\n" : "");
            sink.text(record > 1 ? ".T&\n" : "");
            sink.line("c s.");
            sink.line("\\fIRecord " + record + "\\fP");
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
