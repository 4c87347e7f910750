package dev.pgduo.table;

import java.io.IOException;

/** Tables in aligned columns, also wrapped to the output's width (psql: {@code print_aligned_text}). */
final class AlignedRenderer implements Renderer {
    private final Table table;
    private final Sink sink;
    private final Glyphs glyphs;
    private final int border;

    AlignedRenderer(Table table, Sink sink) {
        this.table = table;
        this.sink = sink;
        this.glyphs = Glyphs.of(table.options().lineStyle());
        this.border = table.border(2);
    }

    @Override
    public void print(Slice slice) throws IOException {
        Widths widths = new Widths(table, slice.cells(), border);
        int target = table.options().width().target();
        if (table.options().format() == Format.WRAPPED) {
            widths.shrink(target, slice.cells().rows());
        }
        if (table.options().expanded() == Expanded.AUTO && table.columns() > 1 && widths.exceeds(target)) {
            new ExpandedRenderer(table, sink).print(slice);
            return;
        }
        if (slice.first()) {
            title(widths);
            if (!table.options().tuplesOnly()) {
                new AlignedHeader(sink, glyphs, border).print(widths);
                rule(widths, glyphs.middle());
            }
        }
        AlignedRows rows = new AlignedRows(table, sink, widths);
        slice.cells().forEach(rows::print);
        if (slice.last()) {
            bottom(slice, widths);
        }
    }

    private void title(Widths widths) throws IOException {
        String title = table.title();
        if (title != null) {
            int width = CellLines.of(
                            table.options().encoding().bytes(title),
                            table.options().encoding())
                    .width();
            sink.spaces(Math.max(0, (widths.total() - width) / 2));
            sink.line(title);
        }
        if (border == 2 && !table.options().tuplesOnly()) {
            rule(widths, glyphs.top());
        }
    }

    private void bottom(Slice slice, Widths widths) throws IOException {
        if (border == 2) {
            rule(widths, glyphs.bottom());
        }
        for (String footer : table.footers(slice)) {
            sink.line(footer);
        }
        sink.put('\n');
    }

    private void rule(Widths widths, Glyphs.Rule rule) throws IOException {
        if (border == 2) {
            sink.text(rule.left());
        }
        if (border > 0) {
            sink.text(rule.horizontal());
        }
        for (int i = 0; i < table.columns(); i++) {
            sink.repeat(rule.horizontal(), widths.columns[i]);
            if (!table.last(i)) {
                sink.text(border == 0 ? " " : rule.horizontal() + rule.middle() + rule.horizontal());
            }
        }
        if (border > 0) {
            sink.text(rule.horizontal());
        }
        if (border == 2) {
            sink.text(rule.right());
        }
        sink.put('\n');
    }
}
