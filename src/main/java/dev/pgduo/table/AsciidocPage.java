package dev.pgduo.table;

import java.io.IOException;
import java.util.List;

/** What both AsciiDoc formats have in common: the beginning and the end of the table. */
record AsciidocPage(Table table, Sink sink) {
    /**
     * @param attributes what the table's attribute list begins with
     */
    void begin(String attributes) throws IOException {
        sink.put('\n');
        String title = table.title();
        if (title != null) {
            sink.line("." + title);
        }
        String frame = switch (table.options().border()) {
            case 0 -> ",frame=\"none\",grid=\"none\"";
            case 1 -> ",frame=\"none\"";
            case 2 -> ",frame=\"all\",grid=\"all\"";
            default -> "";
        };
        sink.line("[" + attributes + frame + "]");
        sink.line("|====");
    }

    void end(Slice slice, List<String> footers) throws IOException {
        sink.line("|====");
        if (slice.last() && !footers.isEmpty()) {
            sink.text("\n....\n");
            for (String footer : footers) {
                sink.line(footer);
            }
            sink.line("....");
        }
    }
}
