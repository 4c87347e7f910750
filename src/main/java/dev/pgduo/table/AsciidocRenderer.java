package dev.pgduo.table;

import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An AsciiDoc table with one line for each record (psql: {@code print_asciidoc_text}). */
record AsciidocRenderer(Table table, Sink sink, AsciidocPage page) implements Renderer {
    AsciidocRenderer(Table table, Sink sink) {
        this(table, sink, new AsciidocPage(table, sink));
    }

    @Override
    public void print(Slice slice) throws IOException {
        if (slice.first()) {
            page.begin((table.options().tuplesOnly() ? "" : "options=\"header\",") + "cols=\"" + alignments() + "\"");
            if (!table.options().tuplesOnly()) {
                header();
            }
        }
        slice.cells().forEach(this::row);
        page.end(slice, table.footers(slice));
    }

    private String alignments() {
        return IntStream.range(0, table.columns())
                .mapToObj(i -> table.right(i) ? ">l" : "<l")
                .collect(Collectors.joining(","));
    }

    private void header() throws IOException {
        for (int i = 0; i < table.columns(); i++) {
            sink.text(i == 0 ? "^l|" : " ^l|");
            Escapes.ASCIIDOC.write(sink, table.name(i));
        }
        sink.put('\n');
    }

    private void row(Cells.Row row) throws IOException {
        for (int i = 0; i < table.columns(); i++) {
            sink.text(i == 0 ? "|" : " |");
            if (!HtmlPage.blank(row, i)) {
                Escapes.ASCIIDOC.write(sink, row, i);
            } else if (!table.last(i)) {
                sink.put(' ');
            }
        }
        sink.put('\n');
    }
}
