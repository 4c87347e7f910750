package dev.pgduo.table;

import java.io.IOException;

/** A LaTeX tabular with a line for each name and value (psql: {@code print_latex_vertical}). */
record LatexExpandedRenderer(Table table, Sink sink, LatexPage page, int border) implements Renderer {
    LatexExpandedRenderer(Table table, Sink sink) {
        this(table, sink, new LatexPage(table, sink), table.border(2));
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
        slice.records(this::row);
        if (slice.last()) {
            page.end(border, table.givenFooters());
        }
    }

    private void row(long number, Cells.Row row) throws IOException {
        if (!table.options().tuplesOnly()) {
            sink.text(border == 2 ? "\\hline\n" : "");
            sink.line("\\multicolumn{2}{" + (border == 2 ? "|c|" : "c") + "}{\\textit{Record " + number + "}} \\\\");
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
