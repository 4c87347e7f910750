package dev.pgduo.session.query;

import dev.pgduo.scan.SelectItem;
import dev.pgduo.scan.SqlWords;
import dev.pgduo.scan.SqlWords.Word;
import dev.pgduo.session.host.SessionHost;
import dev.pgduo.table.OutputPrinter;
import dev.pgduo.table.PackedRow;
import dev.pgduo.wire.Field;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Replaces the values of a table by those that the host shows.
 *
 * @param columns the columns' names, or the name of the column behind an alias
 */
public record ShownCells(SessionHost host, List<String> columns) {
    private static final Word PORT = new Word(SqlWords.Kind.STRING, "'port'");

    /** The columns of pg_settings with a setting's value. */
    private static final Set<String> VALUES = Set.of("setting", "reset_val", "boot_val");

    public ShownCells {
        columns = List.copyOf(columns);
    }

    /** For a result with these fields. */
    public static ShownCells of(SessionHost host, List<Field> fields) {
        return new ShownCells(host, fields.stream().map(Field::name).toList());
    }

    /** For a result of this query, in which a port may have any column name. */
    public static ShownCells of(SessionHost host, List<Field> fields, String query) {
        if (!host.renames()) {
            return of(host, fields);
        }
        List<Word> words = SqlWords.of(query);
        boolean settings = has(words, "pg_settings") && words.contains(PORT);
        Set<String> ports = SelectItem.all(words).stream()
                .filter(item -> isPort(item.expression(), settings))
                .map(SelectItem::name)
                .collect(Collectors.toSet());
        return new ShownCells(
                host,
                fields.stream()
                        .map(field -> ports.contains(field.name()) ? "inet_server_port" : field.name())
                        .toList());
    }

    private static boolean isPort(List<Word> expression, boolean settings) {
        boolean asked = has(expression, "current_setting") && expression.contains(PORT);
        return asked
                || has(expression, "inet_server_port")
                || (settings && VALUES.stream().anyMatch(value -> has(expression, value)));
    }

    private static boolean has(List<Word> words, String name) {
        return words.stream().anyMatch(word -> word.name() && word.is(name));
    }

    /** Prints rows. */
    public void print(List<byte[] @Nullable []> rows, OutputPrinter printer) throws IOException {
        for (byte[] @Nullable [] row : rows) {
            printer.row(of(PackedRow.of(row)));
        }
    }

    /** A row with shown values; the same object when none differs. */
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
