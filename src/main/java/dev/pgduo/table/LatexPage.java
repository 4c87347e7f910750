package dev.pgduo.table;

import java.io.IOException;
import java.util.List;

/** What the LaTeX formats have in common: the title, the column names, and the end of the table with the footers. */
record LatexPage(Table table, Sink sink) {
    void title() throws IOException {
        String title = table.title();
        if (title != null) {
            sink.line("\\begin{center}");
            Escapes.LATEX.write(sink, title);
            sink.text("\n\\end{center}\n\n");
        }
    }

    /** The column names, each between the two texts. */
    void names(String before, String after) throws IOException {
        for (int i = 0; i < table.columns(); i++) {
            sink.text(i == 0 ? before : " & " + before);
            Escapes.LATEX.write(sink, table.name(i));
            sink.text(after);
        }
        sink.line(" \\\\");
    }

    void end(int border, List<String> footers) throws IOException {
        if (border == 2) {
            sink.line("\\hline");
        }
        sink.text("\\end{tabular}\n\n\\noindent ");
        for (String footer : footers) {
            Escapes.LATEX.write(sink, footer);
            sink.line(" \\\\");
        }
        sink.put('\n');
    }
}
