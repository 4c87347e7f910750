package dev.pgduo.table;

import java.io.IOException;

/** An AsciiDoc table with a line for each name and value (psql: {@code print_asciidoc_vertical}). */
final class AsciidocExpandedRenderer implements Renderer {
    private final Table table;
    private final Sink sink;
    private final AsciidocPage page;
    private long record;

    AsciidocExpandedRenderer(Table table, Sink sink) {
        this.table = table;
        this.sink = sink;
        this.page = new AsciidocPage(table, sink);
    }

    @Override
    public void print(Slice slice) throws IOException {
        if (slice.first()) {
            page.begin("cols=\"h,l\"");
        }
        record = slice.before();
        slice.cells().forEach(this::row);
        page.end(slice, table.givenFooters());
    }

    private void row(Cells.Row row) throws IOException {
        record++;
        sink.line(table.options().tuplesOnly() ? "2+|" : "2+^|Record " + record);
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
