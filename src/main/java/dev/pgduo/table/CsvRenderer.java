package dev.pgduo.table;

import java.io.IOException;

/** CSV with one line for each record, without title and footer (psql: {@code print_csv_text}). */
final class CsvRenderer implements Renderer {
    private final Table table;
    private final Sink sink;
    private final CsvFields fields;

    CsvRenderer(Table table, Sink sink) {
        this.table = table;
        this.sink = sink;
        this.fields = new CsvFields(sink, table.options().separators().csv());
    }

    @Override
    public void print(Slice slice) throws IOException {
        if (slice.first() && !table.options().tuplesOnly()) {
            for (int i = 0; i < table.columns(); i++) {
                fields.field(table.name(i));
                end(i);
            }
            if (table.columns() == 0) {
                sink.put('\n');
            }
        }
        slice.cells().forEach(this::row);
    }

    private void row(Cells.Row row) throws IOException {
        for (int i = 0; i < table.columns(); i++) {
            fields.field(row, i);
            end(i);
        }
    }

    private void end(int column) throws IOException {
        if (table.last(column)) {
            sink.put('\n');
        } else {
            fields.separate();
        }
    }
}
