package dev.pgduo.table;

import java.io.IOException;

/** An AsciiDoc table with a line for each name and value (psql: {@code print_asciidoc_vertical}). */
record AsciidocExpandedRenderer(Table table, Sink sink, AsciidocPage page) implements Renderer {
    AsciidocExpandedRenderer(Table table, Sink sink) {
        this(table, sink, new AsciidocPage(table, sink));
    }

    @Override
    public void print(Slice slice) throws IOException {
        if (slice.first()) {
            page.begin("cols=\"h,l\"");
        }
        slice.records(this::row);
        page.end(slice, table.givenFooters());
    }

    private void row(long number, Cells.Row row) throws IOException {
        sink.line(table.options().tuplesOnly() ? "2+|" : "2+^|Record " + number);
        for (int i = 0; i < table.columns(); i++) {
            sink.text("<l|");
            Escapes.ASCIIDOC.write(sink, table.name(i));
            sink.text(table.right(i) ? " >l|" : " <l|");
            if (HtmlPage.blank(row, i)) {
                sink.put(' ');
            } else {
                Escapes.ASCIIDOC.write(sink, row, i);
            }
            sink.put('\n');
        }
    }
}
