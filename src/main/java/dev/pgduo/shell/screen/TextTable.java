package dev.pgduo.shell.screen;

import dev.pgduo.table.Column;
import dev.pgduo.table.Heading;
import dev.pgduo.table.OutputPrinter;
import dev.pgduo.table.PrintOptions;
import dev.pgduo.table.Printers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A small table in psql's aligned format, without its closing blank line. */
public final class TextTable {
    private final List<String> columns;

    public TextTable(List<String> columns) {
        this.columns = List.copyOf(columns);
    }

    public void print(List<? extends List<@Nullable String>> rows, PrintWriter out) {
        lines(rows).forEach(out::println);
    }

    /** The lines of these rows' table. */
    public List<String> lines(List<? extends List<@Nullable String>> rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Heading heading =
                Heading.of(columns.stream().map(name -> new Column(name, false)).toList());
        try {
            OutputPrinter printer = Printers.open(heading, PrintOptions.defaults(), bytes);
            for (List<@Nullable String> row : rows) {
                printer.rows(List.<byte[] @Nullable []>of(cells(row)));
            }
            printer.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toString(StandardCharsets.UTF_8).stripTrailing().lines().toList();
    }

    private static byte[] @Nullable [] cells(List<@Nullable String> row) {
        byte[] @Nullable [] cells = new byte[row.size()][];
        for (int i = 0; i < cells.length; i++) {
            String value = row.get(i);
            cells[i] = value == null ? null : value.getBytes(StandardCharsets.UTF_8);
        }
        return cells;
    }
}
