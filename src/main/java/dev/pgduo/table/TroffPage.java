package dev.pgduo.table;

import java.io.IOException;
import java.util.List;

/** What both troff formats have in common: the beginning and the end of the table. */
record TroffPage(Table table, Sink sink) {
    void begin() throws IOException {
        String title = table.title();
        if (title != null) {
            sink.text(".LP\n.DS C\n");
            Escapes.TROFF.write(sink, title);
            sink.text("\n.DE\n");
        }
        sink.text(".LP\n.TS\n");
        sink.line(table.border(2) == 2 ? "center box;" : "center;");
    }

    void end(List<String> footers) throws IOException {
        sink.text(".TE\n.DS L\n");
        for (String footer : footers) {
            Escapes.TROFF.write(sink, footer);
            sink.put('\n');
        }
        sink.line(".DE");
    }
}
