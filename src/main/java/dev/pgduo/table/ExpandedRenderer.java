package dev.pgduo.table;

import java.io.IOException;
import java.util.List;

/** Expanded output: one record below the other, each with a line for each column (psql: {@code print_aligned_vertical}). */
final class ExpandedRenderer implements Renderer {
    private final Table table;
    private final Sink sink;
    private final Glyphs glyphs;
    private final int border;
    private long record;

    ExpandedRenderer(Table table, Sink sink) {
        this.table = table;
        this.sink = sink;
        this.glyphs = Glyphs.of(table.options().lineStyle());
        this.border = table.border(2);
    }

    @Override
    public void print(Slice slice) throws IOException {
        if (slice.cells().empty() && slice.first() && slice.last()) {
            lines(table.footers(slice));
            sink.put('\n');
            return;
        }
        ExpandedWidths widths = new ExpandedWidths(table, slice.cells());
        String title = table.title();
        if (slice.first() && title != null) {
            sink.line(title);
        }
        RecordLine header = new RecordLine(table, sink, widths.value());
        ExpandedLines lines = new ExpandedLines(table, sink, widths);
        record = slice.before();
        slice.cells().forEach(row -> {
            header(header, widths, slice);
            lines.print(row);
        });
        if (slice.last()) {
            if (border == 2) {
                header.print("", widths.name, glyphs.bottom());
            }
            footers();
        }
    }

    private void header(RecordLine line, ExpandedWidths widths, Slice slice) throws IOException {
        boolean top = record == slice.before();
        Glyphs.Rule rule = top ? glyphs.top() : glyphs.middle();
        int nameWidth = widths.name + (border < 2 && widths.markedLeft() ? 1 : 0);
        record++;
        if (!table.options().tuplesOnly()) {
            line.print(border == 0 ? "* Record " + record : "[ RECORD " + record + " ]", nameWidth, rule);
        } else if (!top || !slice.first() || border == 2) {
            line.print("", nameWidth, rule);
        }
    }

    private void footers() throws IOException {
        List<String> footers = table.givenFooters();
        if (!footers.isEmpty() && border < 2) {
            sink.put('\n');
        }
        lines(footers);
        sink.put('\n');
    }

    private void lines(List<String> lines) throws IOException {
        for (String line : lines) {
            sink.line(line);
        }
    }
}
