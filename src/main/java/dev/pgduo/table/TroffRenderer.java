package dev.pgduo.table;

import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A troff -ms table with one line for each record (psql: {@code print_troff_ms_text}). */
record TroffRenderer(Table table, Sink sink, TroffPage page) implements Renderer {
    TroffRenderer(Table table, Sink sink) {
        this(table, sink, new TroffPage(table, sink));
    }

    @Override
    public void print(Slice slice) throws IOException {
        if (slice.first()) {
            page.begin();
            header();
        }
        slice.cells().forEach(this::row);
        if (slice.last()) {
            page.end(table.footers(slice));
        }
    }

    private void header() throws IOException {
        sink.line(IntStream.range(0, table.columns())
                .mapToObj(i -> table.right(i) ? "r" : "l")
                .collect(Collectors.joining(table.options().border() > 0 ? " | " : "", "", ".")));
        if (table.options().tuplesOnly()) {
            return;
        }
        for (int i = 0; i < table.columns(); i++) {
            sink.text(i == 0 ? "\\fI" : "\t\\fI");
            Escapes.TROFF.write(sink, table.name(i));
            sink.text("\\fP");
        }
        sink.text("\n_\n");
    }

    private void row(Cells.Row row) throws IOException {
        for (int i = 0; i < table.columns(); i++) {
            sink.text(i == 0 ? "" : "\t");
            Escapes.TROFF.write(sink, row, i);
        }
        sink.put('\n');
    }
}
