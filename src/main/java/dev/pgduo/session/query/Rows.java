package dev.pgduo.session.query;

import dev.pgduo.table.ByteText;
import dev.pgduo.wire.Field;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A whole result in memory. */
public record Rows(List<Field> fields, List<byte[] @Nullable []> rows) {
    /** The text of a cell, or null for SQL NULL. */
    public @Nullable String text(int row, int column) {
        byte[] cell = rows.get(row)[column];
        return cell == null ? null : ByteText.decode(cell);
    }
}
