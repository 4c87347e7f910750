package dev.pgduo.table;

import java.io.IOException;

/** Fields of the CSV format, quoted where they have to be (psql: {@code csv_print_field}). */
final class CsvFields {
    private final Sink sink;
    private final char separator;
    private final boolean[] special = new boolean[256];

    CsvFields(Sink sink, char separator) {
        this.sink = sink;
        this.separator = separator;
        for (char c : new char[] {'"', '\n', '\r', separator}) {
            special[c] = true;
        }
    }

    void separate() throws IOException {
        sink.put(separator);
    }

    void field(byte[] text) throws IOException {
        field(text, 0, text.length);
    }

    void field(Cells.Row row, int column) throws IOException {
        field(row.bytes(), row.start(column), row.end(column));
    }

    private void field(byte[] text, int from, int to) throws IOException {
        if (!needsQuotes(text, from, to)) {
            sink.put(text, from, to);
            return;
        }
        sink.put('"');
        for (int i = from; i < to; i++) {
            if (text[i] == '"') {
                sink.put('"');
            }
            sink.put(text[i]);
        }
        sink.put('"');
    }

    private boolean needsQuotes(byte[] text, int from, int to) {
        // Neither a field nor a line may look like COPY's end of data, a backslash and a full stop.
        if (separator == '\\' || separator == '.' || (to - from == 2 && text[from] == '\\' && text[from + 1] == '.')) {
            return true;
        }
        for (int i = from; i < to; i++) {
            if (special[text[i] & 0xff]) {
                return true;
            }
        }
        return false;
    }
}
