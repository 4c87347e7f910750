package dev.pgduo.table;

import java.io.IOException;

/** A LaTeX tabular with a line for each name and value (psql: {@code print_latex_vertical}). */
final class LatexExpandedRenderer implements Renderer {
    private final Table table;
    private final Sink sink;
    private final LatexPage page;
    private final int border;
    private long record;

    LatexExpandedRenderer(Table table, Sink sink) {
        this.table = table;
        this.sink = sink;
        this.page = new LatexPage(table, sink);
        this.border = table.border(2);
    }

    @Override
    public void print(Slice slice) throws IOException {
        if (slice.first()) {
            page.title();
            sink.line("\\begin{tabular}{"
                    + switch (border) {
                        case 0 -> "cl";
                        case 1 -> "c|l";
                        default -> "|c|l|";
                    }
                    + "}");
        }
        record = slice.before();
        slice.cells().forEach(this::row);
        if (slice.last()) {
            page.end(border, table.givenFooters());
        }
    }

    private void row(Cells.Row row) throws IOException {
        record++;
        if (!table.options().tuplesOnly()) {
            sink.text(border == 2 ? "\\hline\n" : "");
            sink.line("\\multicolumn{2}{" + (border == 2 ? "|c|" : "c") + "}{\\textit{Record " + record + "}} \\\\");
        }
        sink.text(border >= 1 ? "\\hline\n" : "");
        for (int i = 0; i < table.columns(); i++) {
            Escapes.LATEX.write(sink, table.name(i));
            sink.text(" & ");
            Escapes.LATEX.write(sink, row, i);
            sink.line(" \\\\");
        }
    }
}
