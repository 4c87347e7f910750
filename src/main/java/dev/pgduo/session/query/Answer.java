package dev.pgduo.session.query;

import dev.pgduo.wire.Field;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All rows of one statement, in memory.
 *
 * @param rows one array for each row, with the server's text in UTF-8, null for SQL NULL; not to be changed
 */
public record Answer(List<Field> fields, List<byte[] @Nullable []> rows) {
    public Answer {
        fields = List.copyOf(fields);
        rows = List.copyOf(rows);
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** A value as text; empty for SQL NULL. */
    public String text(int row, int column) {
        byte[] value = rows.get(row)[column];
        return value == null ? "" : new String(value, StandardCharsets.UTF_8);
    }

    public boolean isNull(int row, int column) {
        return rows.get(row)[column] == null;
    }
}
