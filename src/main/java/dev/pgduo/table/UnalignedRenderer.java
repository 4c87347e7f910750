package dev.pgduo.table;

import java.io.IOException;

/** Unaligned output: fields with a separator between them (psql: {@code print_unaligned_text}). */
final class UnalignedRenderer implements Renderer {
    private final Table table;
    private final Sink sink;
    private final Separators separators;
    private boolean pending;

    UnalignedRenderer(Table table, Sink sink) {
        this.table = table;
        this.sink = sink;
        this.separators = table.options().separators();
    }

    @Override
    public void print(Slice slice) throws IOException {
        pending = !slice.first();
        if (slice.first() && !table.options().tuplesOnly()) {
            heading();
        }
        slice.cells().forEach(this::row);
        if (slice.last()) {
            for (String footer : table.footers(slice)) {
                separate();
                sink.text(footer);
                pending = true;
            }
            if (pending) {
                sink.text(end(separators));
            }
        }
    }

    /** The last record ends with a newline, whatever the separator is, unless that is a zero byte. */
    static String end(Separators separators) {
        return separators.record().equals(Separators.ZERO) ? Separators.ZERO : "\n";
    }

    private void heading() throws IOException {
        String title = table.title();
        if (title != null) {
            sink.text(title);
            sink.text(separators.record());
        }
        for (int i = 0; i < table.columns(); i++) {
            sink.text(i == 0 ? "" : separators.field());
            sink.put(table.name(i));
        }
        pending = true;
    }

    private void row(Cells.Row row) throws IOException {
        separate();
        for (int i = 0; i < table.columns(); i++) {
            if (i > 0) {
                sink.text(separators.field());
            }
            sink.put(row.bytes(), row.start(i), row.end(i));
        }
        pending = true;
    }

    private void separate() throws IOException {
        if (pending) {
            sink.text(separators.record());
        }
        pending = false;
    }
}
