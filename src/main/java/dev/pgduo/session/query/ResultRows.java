package dev.pgduo.session.query;

import dev.pgduo.session.connection.Field;
import dev.pgduo.table.Column;
import dev.pgduo.table.Heading;
import dev.pgduo.table.OutputPrinter;
import dev.pgduo.table.PrintOptions;
import dev.pgduo.table.Printers;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one result on their way to the printer. The first ones are held, so that what the server says while it
 * makes them stands before the table, and an error leaves no half table, as in psql. Not thread-safe.
 */
final class ResultRows {
    private static final int HELD_ROWS = 1000;
    private static final int HELD_BYTES = 1 << 20;
    private static final int BATCH = 256;

    /** Half of the heap for the longest table that is printed in one piece. */
    private static final long MEMORY = Runtime.getRuntime().maxMemory() / 2;

    private final Heading heading;
    private final PrintOptions options;
    private final OutputStream stream;
    private final int fetchCount;
    private List<byte[] @Nullable []> held = new ArrayList<>();
    private long bytes;
    private long count;
    private @Nullable OutputPrinter printer;
    private boolean broken;

    ResultRows(List<Field> fields, PrintOptions options, OutputStream stream, int fetchCount) {
        heading = Heading.of(fields.stream()
                .map(field -> Column.of(field.name(), field.typeOid()))
                .toList());
        this.options = options;
        this.stream = stream;
        this.fetchCount = fetchCount;
    }

    long count() {
        return count;
    }

    void row(byte[] @Nullable [] values) {
        held.add(values);
        count++;
        if (printer == null) {
            bytes += size(values);
        }
        boolean enough = printer == null ? count >= HELD_ROWS || bytes >= HELD_BYTES : held.size() >= BATCH;
        if (enough) {
            print();
        }
    }

    void finish() {
        print();
        try {
            if (printer != null && !broken) {
                printer.finish();
            }
        } catch (IOException e) {
            broken = true;
        }
    }

    private void print() {
        try {
            if (printer == null) {
                printer = open();
            }
            if (!broken) {
                printer.rows(held);
            }
        } catch (IOException e) {
            // A reader of the pipe that has seen enough; the rest of the rows is for nobody.
            broken = true;
        }
        held = new ArrayList<>();
    }

    private OutputPrinter open() {
        if (fetchCount > 0) {
            return Printers.chunked(heading, options, stream, fetchCount);
        }
        boolean needsWidths = switch (options.format()) {
            case ALIGNED, WRAPPED, ASCIIDOC -> true;
            default -> false;
        };
        return needsWidths
                ? Printers.chunked(heading, options, stream, rowsInMemory())
                : Printers.open(heading, options, stream);
    }

    /** Rows of the average size so far that may be kept for the widths of a table. */
    private int rowsInMemory() {
        long average = bytes / Math.max(1, count) + 1;
        return (int) Math.max(HELD_ROWS, Math.min(Integer.MAX_VALUE, MEMORY / average));
    }

    private static long size(byte[] @Nullable [] values) {
        long size = 16;
        for (byte[] value : values) {
            size += value == null ? 4 : value.length + 4;
        }
        return size;
    }
}
