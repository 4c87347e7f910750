package dev.pgduo.shell.screen;

import dev.pgduo.table.Column;
import dev.pgduo.table.DisplayWidth;
import dev.pgduo.table.Expanded;
import dev.pgduo.table.Format;
import dev.pgduo.table.Heading;
import dev.pgduo.table.OutputPrinter;
import dev.pgduo.table.PageWidth;
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
    /** The number of lines up to which records are shown with one column a line. */
    private static final int GLANCE = 20;

    private final List<String> columns;

    public TextTable(List<String> columns) {
        this.columns = List.copyOf(columns);
    }

    public void print(List<? extends List<@Nullable String>> rows, PrintWriter out) {
        lines(rows).forEach(out::println);
    }

    /** The lines of a table with these rows. */
    public List<String> lines(List<? extends List<@Nullable String>> rows) {
        return printed(rows, PrintOptions.defaults());
    }

    /**
     * The lines of a table for a terminal: when it is too wide, a few rows are shown with one column a line, many rows with
     * cells of several lines.
     *
     * @param room the available columns, 0 for no limit
     */
    public List<String> lines(List<? extends List<@Nullable String>> rows, int room) {
        List<String> table = lines(rows);
        if (room <= 0 || table.stream().allMatch(line -> DisplayWidth.of(line) <= room)) {
            return table;
        }
        PrintOptions narrow = PrintOptions.defaults().withFormat(Format.WRAPPED).withWidth(new PageWidth(room, room));
        List<String> records = printed(rows, narrow.withExpanded(Expanded.ON));
        if (records.size() <= GLANCE) {
            return records;
        }
        return NarrowColumns.of(columns, rows, room)
                .map(narrower -> lines(rows.stream().map(narrower::broken).toList()))
                .orElse(records);
    }

    private List<String> printed(List<? extends List<@Nullable String>> rows, PrintOptions options) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Heading heading =
                Heading.of(columns.stream().map(name -> new Column(name, false)).toList());
        try {
            OutputPrinter printer = Printers.open(heading, options, bytes);
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
