package dev.pgduo.session.query;

import dev.pgduo.session.host.SessionHost;
import dev.pgduo.table.OutputPrinter;
import dev.pgduo.table.PackedRow;
import dev.pgduo.wire.Field;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The cells of a table as the session's surroundings want them shown.
 *
 * @param columns their names, or what they have under another name
 */
public record ShownCells(SessionHost host, List<String> columns) {
    private static final Pattern PORT = Pattern.compile(
            "(?i)\\b(?:inet_server_port\\s*\\(|current_setting\\s*\\(\\s*'port'|pg_settings\\b.*'port')",
            Pattern.DOTALL);

    public ShownCells {
        columns = List.copyOf(columns);
    }

    /** Those of these fields. */
    public static ShownCells of(SessionHost host, List<Field> fields) {
        return new ShownCells(host, fields.stream().map(Field::name).toList());
    }

    /** The same of a query; a port that it asks for may have any name. */
    public static ShownCells of(SessionHost host, List<Field> fields, String query) {
        boolean port = host.renames() && PORT.matcher(query).find();
        return port
                ? new ShownCells(
                        host, fields.stream().map(field -> "inet_server_port").toList())
                : of(host, fields);
    }

    /** Prints these rows. */
    public void print(List<byte[] @Nullable []> rows, OutputPrinter printer) throws IOException {
        for (byte[] @Nullable [] row : rows) {
            printer.row(of(PackedRow.of(row)));
        }
    }

    /** The row itself, when all of it is shown as it is. */
    public PackedRow of(PackedRow row) {
        return host.renames() ? renamed(row) : row;
    }

    private PackedRow renamed(PackedRow row) {
        byte[] @Nullable [] cells = row.cells();
        boolean changed = false;
        for (int i = 0; i < columns.size() && i < cells.length; i++) {
            byte[] cell = cells[i];
            if (cell != null) {
                String value = new String(cell, StandardCharsets.UTF_8);
                String shown = host.shown(columns.get(i), value);
                if (!shown.equals(value)) {
                    cells[i] = shown.getBytes(StandardCharsets.UTF_8);
                    changed = true;
                }
            }
        }
        return changed ? PackedRow.of(cells) : row;
    }
}
