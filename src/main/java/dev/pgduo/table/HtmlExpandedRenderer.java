package dev.pgduo.table;

import java.io.IOException;

/** An HTML table with a row for each name and value (psql: {@code print_html_vertical}). */
final class HtmlExpandedRenderer implements Renderer {
    private final Table table;
    private final Sink sink;
    private final HtmlPage page;
    private long record;

    HtmlExpandedRenderer(Table table, Sink sink) {
        this.table = table;
        this.sink = sink;
        this.page = new HtmlPage(table, sink);
    }

    @Override
    public void print(Slice slice) throws IOException {
        if (slice.first()) {
            page.begin();
        }
        record = slice.before();
        slice.cells().forEach(this::row);
        if (slice.last()) {
            page.end(table.givenFooters());
        }
    }

    private void row(Cells.Row row) throws IOException {
        record++;
        sink.put('\n');
        sink.line(
                table.options().tuplesOnly()
                        ? "  <tr><td colspan=\"2\">&nbsp;</td></tr>"
                        : "  <tr><td colspan=\"2\" align=\"center\">Record " + record + "</td></tr>");
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
