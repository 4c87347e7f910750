package dev.pgduo.table;

import java.io.IOException;
import java.util.List;

/** What both HTML formats have in common: the beginning and the end of the table, and its cells. */
record HtmlPage(Table table, Sink sink) {
    void begin() throws IOException {
        sink.text("<table border=\"" + table.options().border() + "\"");
        String attributes = table.options().tableAttributes();
        sink.line(attributes == null ? ">" : " " + attributes + ">");
        String title = table.title();
        if (title != null) {
            sink.text("  <caption>");
            text(table.options().encoding().bytes(title));
            sink.line("</caption>");
        }
    }

    void cell(Cells.Row row, int column) throws IOException {
        sink.text("    <td align=\"" + (table.right(column) ? "right" : "left") + "\">");
        if (blank(row, column)) {
            sink.text("&nbsp; ");
        } else {
            text(row.bytes(), row.start(column), row.end(column));
        }
        sink.line("</td>");
    }

    void end(List<String> footers) throws IOException {
        sink.line("</table>");
        if (!footers.isEmpty()) {
            sink.text("<p>");
            for (String footer : footers) {
                text(table.options().encoding().bytes(footer));
                sink.line("<br />");
            }
            sink.text("</p>");
        }
        sink.put('\n');
    }

    void text(byte[] text) throws IOException {
        text(text, 0, text.length);
    }

    /** Leading blanks are kept, so that the output of EXPLAIN stays readable. */
    private void text(byte[] text, int from, int to) throws IOException {
        int start = from;
        while (start < to && text[start] == ' ') {
            sink.text("&nbsp;");
            start++;
        }
        Escapes.HTML.write(sink, text, start, to);
    }

    /** Whether a cell has nothing but blanks and tabs. */
    static boolean blank(Cells.Row row, int column) {
        for (int i = row.start(column); i < row.end(column); i++) {
            if (row.bytes()[i] != ' ' && row.bytes()[i] != '\t') {
                return false;
            }
        }
        return true;
    }
}
