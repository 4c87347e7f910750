package dev.pgduo.table;

import java.io.IOException;

/** CSV with a line for each name and value (psql: {@code print_csv_vertical}). */
final class CsvExpandedRenderer implements Renderer {
    private final Table table;
    private final Sink sink;
    private final CsvFields fields;

    CsvExpandedRenderer(Table table, Sink sink) {
        this.table = table;
        this.sink = sink;
        this.fields = new CsvFields(sink, table.options().separators().csv());
    }

    @Override
    public void print(Slice slice) throws IOException {
        slice.cells().forEach(this::row);
    }

    private void row(Cells.Row row) throws IOException {
        for (int i = 0; i < table.columns(); i++) {
            fields.field(table.name(i));
            fields.separate();
            fields.field(row, i);
            sink.put('\n');
        }
    }
}
