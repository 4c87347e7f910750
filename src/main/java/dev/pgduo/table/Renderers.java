package dev.pgduo.table;

/** Chooses the renderer for the format that the options ask for (psql: {@code printTable}). */
final class Renderers {
    private Renderers() {}

    static Renderer of(Table table, Sink sink) {
        return table.options().expanded() == Expanded.ON ? expanded(table, sink) : plain(table, sink);
    }

    private static Renderer plain(Table table, Sink sink) {
        return switch (table.options().format()) {
            case ALIGNED, WRAPPED -> new AlignedRenderer(table, sink);
            case ASCIIDOC -> new AsciidocRenderer(table, sink);
            case CSV -> new CsvRenderer(table, sink);
            case HTML -> new HtmlRenderer(table, sink);
            case LATEX -> new LatexRenderer(table, sink);
            case LATEX_LONGTABLE -> new LatexLongtableRenderer(table, sink);
            case TROFF_MS -> new TroffRenderer(table, sink);
            case UNALIGNED -> new UnalignedRenderer(table, sink);
        };
    }

    private static Renderer expanded(Table table, Sink sink) {
        return switch (table.options().format()) {
            case ALIGNED, WRAPPED -> new ExpandedRenderer(table, sink);
            case ASCIIDOC -> new AsciidocExpandedRenderer(table, sink);
            case CSV -> new CsvExpandedRenderer(table, sink);
            case HTML -> new HtmlExpandedRenderer(table, sink);
            case LATEX, LATEX_LONGTABLE -> new LatexExpandedRenderer(table, sink);
            case TROFF_MS -> new TroffExpandedRenderer(table, sink);
            case UNALIGNED -> new UnalignedExpandedRenderer(table, sink);
        };
    }
}
