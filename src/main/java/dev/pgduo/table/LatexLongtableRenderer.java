package dev.pgduo.table;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.StringJoiner;

/** A LaTeX longtable (psql: {@code print_latex_longtable_text}). */
record LatexLongtableRenderer(Table table, Sink sink, LatexPage page, int border) implements Renderer {
    LatexLongtableRenderer(Table table, Sink sink) {
        this(table, sink, new LatexPage(table, sink), table.border(3));
    }

    @Override
    public void print(Slice slice) throws IOException {
        if (slice.first()) {
            String columns = alignments();
            sink.line("\\begin{longtable}{" + (border >= 2 ? "| " + columns + " |" : columns) + "}");
            if (!table.options().tuplesOnly()) {
                heads();
                feet();
            }
        }
        slice.cells().forEach(this::row);
        if (slice.last()) {
            sink.line("\\end{longtable}");
        }
    }

    /** Left-aligned columns take the widths of the table attributes in turn, then the last of them again. */
    private String alignments() {
        String attributes = table.options().tableAttributes();
        Deque<String> widths = new ArrayDeque<>();
        if (attributes != null) {
            Arrays.stream(attributes.split("[ \t\n]+"))
                    .filter(width -> !width.isEmpty())
                    .forEach(widths::add);
        }
        StringJoiner columns = new StringJoiner(border == 0 ? "" : " | ");
        for (int i = 0; i < table.columns(); i++) {
            String width = table.right(i) ? null : widths.size() > 1 ? widths.poll() : widths.peek();
            String plain = table.right(i) ? "r" : "l";
            columns.add(width == null ? plain : "p{" + width + "\\textwidth}");
        }
        return columns.toString();
    }

    private void heads() throws IOException {
        head();
        sink.text("\\midrule\n\\endfirsthead\n");
        head();
        sink.text(border == 3 ? "" : "\\midrule\n");
        sink.line("\\endhead");
    }

    private void head() throws IOException {
        sink.text(border >= 2 ? "\\toprule\n" : "");
        page.names("\\small\\textbf{\\textit{", "}}");
    }

    private void feet() throws IOException {
        String title = table.title();
        if (title != null) {
            caption(title, " (Continued)", "\\endfoot");
            caption(title, "", "\\endlastfoot");
        } else if (border >= 2) {
            sink.text("\\bottomrule\n\\endfoot\n");
            sink.text("\\bottomrule\n\\endlastfoot\n");
        }
    }

    private void caption(String title, String suffix, String end) throws IOException {
        sink.text(border == 2 ? "\\bottomrule\n" : "");
        sink.text("\\caption[");
        Escapes.LATEX.write(sink, title);
        sink.text(suffix + "]{");
        Escapes.LATEX.write(sink, title);
        sink.line("}");
        sink.line(end);
    }

    private void row(Cells.Row row) throws IOException {
        for (int i = 0; i < table.columns(); i++) {
            sink.text(i == 0 ? "\\raggedright{" : "\n&\n\\raggedright{");
            Escapes.LATEX.write(sink, row, i);
            sink.put('}');
        }
        sink.line(" \\tabularnewline");
        sink.text(border == 3 ? " \\hline\n" : "");
    }
}
