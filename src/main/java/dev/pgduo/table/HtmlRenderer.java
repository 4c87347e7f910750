package dev.pgduo.table;

import java.io.IOException;

/** An HTML table with one row for each record (psql: {@code print_html_text}). */
record HtmlRenderer(Table table, Sink sink, HtmlPage page) implements Renderer {
    HtmlRenderer(Table table, Sink sink) {
        this(table, sink, new HtmlPage(table, sink));
    }

    @Override
    public void print(Slice slice) throws IOException {
        if (slice.first()) {
            page.begin();
            if (!table.options().tuplesOnly()) {
                header();
            }
        }
        slice.cells().forEach(this::row);
        if (slice.last()) {
            page.end(table.footers(slice));
        }
    }

    private void header() throws IOException {
        sink.line("  <tr>");
        for (int i = 0; i < table.columns(); i++) {
            sink.text("    <th align=\"center\">");
            page.text(table.name(i));
            sink.line("</th>");
        }
        sink.line("  </tr>");
    }

    private void row(Cells.Row row) throws IOException {
        sink.line("  <tr valign=\"top\">");
        for (int i = 0; i < table.columns(); i++) {
            page.cell(row, i);
        }
        sink.line("  </tr>");
    }
}
