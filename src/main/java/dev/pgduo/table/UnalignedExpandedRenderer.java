package dev.pgduo.table;

import java.io.IOException;

/** Unaligned expanded output: a line for each name and value, an empty line between records (psql: {@code print_unaligned_vertical}). */
final class UnalignedExpandedRenderer implements Renderer {
    private final Table table;
    private final Sink sink;
    private final Separators separators;
    private boolean pending;

    UnalignedExpandedRenderer(Table table, Sink sink) {
        this.table = table;
        this.sink = sink;
        this.separators = table.options().separators();
    }

    @Override
    public void print(Slice slice) throws IOException {
        pending = !slice.first();
        String title = table.title();
        if (slice.first() && title != null) {
            sink.text(title);
            pending = true;
        }
        slice.cells().forEach(this::row);
        if (slice.last()) {
            if (!table.givenFooters().isEmpty()) {
                sink.text(separators.record());
            }
            for (String footer : table.givenFooters()) {
                sink.text(separators.record());
                sink.text(footer);
            }
            if (pending) {
                sink.text(UnalignedRenderer.end(separators));
            }
        }
    }

    private void row(Cells.Row row) throws IOException {
        if (pending) {
            sink.text(separators.record());
            sink.text(separators.record());
        }
        for (int i = 0; i < table.columns(); i++) {
            sink.text(i == 0 ? "" : separators.record());
            sink.put(table.name(i));
            sink.text(separators.field());
            sink.put(row.bytes(), row.start(i), row.end(i));
        }
        pending = true;
    }
}
