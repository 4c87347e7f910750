package dev.pgduo.table;

import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A LaTeX tabular with one line for each record (psql: {@code print_latex_text}). */
record LatexRenderer(Table table, Sink sink, LatexPage page, int border) implements Renderer {
    LatexRenderer(Table table, Sink sink) {
        this(table, sink, new LatexPage(table, sink), table.border(3));
    }

    @Override
    public void print(Slice slice) throws IOException {
        if (slice.first()) {
            page.title();
            header();
        }
        slice.cells().forEach(this::row);
        if (slice.last()) {
            page.end(border, table.footers(slice));
        }
    }

    private void header() throws IOException {
        String alignments = IntStream.range(0, table.columns())
                .mapToObj(i -> table.right(i) ? "r" : "l")
                .collect(Collectors.joining(border == 0 ? "" : " | "));
        sink.line("\\begin{tabular}{" + (border >= 2 ? "| " + alignments + " |" : alignments) + "}");
        if (!table.options().tuplesOnly()) {
            sink.text(border >= 2 ? "\\hline\n" : "");
            page.names("\\textit{", "}");
            sink.line("\\hline");
        }
    }

    private void row(Cells.Row row) throws IOException {
        for (int i = 0; i < table.columns(); i++) {
            sink.text(i == 0 ? "" : " & ");
            Escapes.LATEX.write(sink, row, i);
        }
        sink.line(" \\\\");
        if (border == 3) {
            sink.line("\\hline");
        }
    }
}
