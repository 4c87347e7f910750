package dev.pgduo.session.result;

import dev.pgduo.report.FailureReason;
import dev.pgduo.session.query.Psql;
import dev.pgduo.session.query.Rows;
import dev.pgduo.table.ByteText;
import dev.pgduo.table.Column;
import dev.pgduo.table.Heading;
import dev.pgduo.table.OutputPrinter;
import dev.pgduo.table.Printers;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The cells of a crosstab. */
record CrosstabGrid(Rows rows, CrosstabColumns columns, CrosstabHeaders down, CrosstabHeaders across) {
    /**
     * Prints the crosstab; returns false when it could not be written.
     *
     * @throws IllegalArgumentException with psql's message when a cell has several values
     */
    boolean print(Psql psql) {
        String nullText = psql.target().options().nullText();
        List<byte[] @Nullable []> cells = cells(nullText);
        try (OutputStream output = psql.target().table()) {
            OutputPrinter printer =
                    Printers.open(heading(nullText), psql.target().options(), output);
            printer.rows(cells);
            printer.finish();
            return true;
        } catch (IOException e) {
            psql.err("could not print result table: " + FailureReason.of(e));
            return false;
        }
    }

    private Heading heading(String nullText) {
        List<Column> heads = new ArrayList<>();
        heads.add(column(rows.fields().get(columns.down()).name(), columns.down()));
        for (int i = 0; i < across.count(); i++) {
            heads.add(column(orElse(across.value(i), nullText), columns.data()));
        }
        return Heading.of(heads);
    }

    /** A column of this name with that column's alignment. */
    private Column column(String name, int like) {
        return Column.of(name, rows.fields().get(like).typeOid());
    }

    private List<byte[] @Nullable []> cells(String nullText) {
        List<byte[] @Nullable []> cells = new ArrayList<>();
        for (int i = 0; i < down.count(); i++) {
            byte[] @Nullable [] line = new byte[across.count() + 1][];
            line[0] = ByteText.encode(orElse(down.value(i), nullText));
            cells.add(line);
        }
        for (int row = 0; row < rows.rows().size(); row++) {
            place(row, cells, nullText);
        }
        for (byte[] @Nullable [] line : cells) {
            Arrays.setAll(line, i -> line[i] == null ? new byte[0] : line[i]);
        }
        return cells;
    }

    private void place(int row, List<byte[] @Nullable []> cells, String nullText) {
        String left = rows.text(row, columns.down());
        String top = rows.text(row, columns.across());
        byte[] @Nullable [] line = cells.get(down.place(left));
        int place = across.place(top) + 1;
        if (line[place] != null) {
            String none = nullText.isEmpty() ? "(null)" : nullText;
            throw new IllegalArgumentException("\\crosstabview: query result contains multiple data values for row \""
                    + orElse(left, none) + "\", column \"" + orElse(top, none) + "\"");
        }
        line[place] = ByteText.encode(orElse(rows.text(row, columns.data()), nullText));
    }

    private static String orElse(@Nullable String value, String nullText) {
        return value == null ? nullText : value;
    }
}
