package dev.pgduo.table;

import java.io.IOException;

/** An HTML table with a row for each name and value (psql: {@code print_html_vertical}). */
record HtmlExpandedRenderer(Table table, Sink sink, HtmlPage page) implements Renderer {
    HtmlExpandedRenderer(Table table, Sink sink) {
        this(table, sink, new HtmlPage(table, sink));
    }

    @Override
    public void print(Slice slice) throws IOException {
        if (slice.first()) {
            page.begin();
        }
        slice.records(this::row);
        if (slice.last()) {
            page.end(table.givenFooters());
        }
    }

    private void row(long number, Cells.Row row) throws IOException {
        sink.put('\n');
        sink.line(
                table.options().tuplesOnly()
                        ? "  <tr><td colspan=\"2\">&nbsp;</td></tr>"
                        : "  <tr><td colspan=\"2\" align=\"center\">Record " + number + "</td></tr>");
        for (int i = 0; i < table.columns(); i++) {
            sink.line("  <tr valign=\"top\">");
            sink.text("    <th>");
            page.text(table.name(i));
            sink.line("</th>");
            page.cell(row, i);
            sink.line("  </tr>");
        }
    }
}
