package dev.pgduo.session.query;

import dev.pgduo.report.FailureReason;
import dev.pgduo.table.Column;
import dev.pgduo.table.Expanded;
import dev.pgduo.table.Format;
import dev.pgduo.table.Heading;
import dev.pgduo.table.OutputPrinter;
import dev.pgduo.table.PackedRow;
import dev.pgduo.table.PrintOptions;
import dev.pgduo.table.Printers;
import dev.pgduo.wire.Field;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Passes the rows of one result on to the printer. The first rows are buffered, so that notices of the server are printed
 * before the table, and an error does not leave half a table, as in psql. Not thread-safe.
 */
final class ResultRows {
    private static final int HELD_ROWS = 10_000;
    private static final int HELD_BYTES = 1 << 20;

    /** The memory for a table that is printed as a whole, in bytes: half of the heap. */
    private static final long MEMORY = Runtime.getRuntime().maxMemory() / 2;

    private final List<Field> fields;
    private final Psql psql;
    private final PrintOptions options;
    private final boolean mayStream;
    private final ShownCells shown;
    private List<PackedRow> held = new ArrayList<>();
    private long bytes;
    private long count;
    private @Nullable OutputPrinter printer;
    private @Nullable OutputPrinter log;
    private OutputStream target = OutputStream.nullOutputStream();
    private boolean broken;

    /**
     * Makes an empty result.
     *
     * @param query the query that returns the rows
     * @param mayStream whether printing may begin before all rows have been received
     */
    ResultRows(List<Field> fields, Psql psql, String query, boolean mayStream) {
        this.fields = fields;
        this.psql = psql;
        this.options = psql.target().options();
        this.mayStream = mayStream;
        this.shown = ShownCells.of(psql.host(), fields, query);
    }

    long count() {
        return count;
    }

    /** All rows, if none has been printed. */
    Rows rows() {
        return new Rows(fields, held.stream().map(PackedRow::cells).toList());
    }

    void hold(PackedRow row) {
        count++;
        if (printer == null) {
            held.add(row);
            bytes += row.bytes().length;
        } else {
            pass(row);
        }
    }

    /** Whether printing has to begin. */
    boolean full() {
        return mayStream && printer == null && (count >= HELD_ROWS || bytes >= HELD_BYTES);
    }

    boolean printing() {
        return printer != null;
    }

    /** Prints to this stream from now on; it is closed when all rows are printed. */
    void print(OutputStream stream) {
        target = stream;
        Heading heading = Heading.of(fields.stream()
                .map(field -> Column.of(field.name(), field.typeOid()))
                .toList());
        printer = open(heading, stream);
        OutputStream file = psql.target().logFile();
        log = file == null
                ? null
                : Printers.open(heading, options.withFormat(Format.ALIGNED).withExpanded(Expanded.OFF), file);
        passHeld();
    }

    /** Prints the remaining rows; returns false when they could not be written, which was printed. */
    boolean finish() {
        passHeld();
        try {
            if (printer != null && !broken) {
                printer.finish();
            }
            if (log != null && !broken) {
                log.finish();
            }
            target.close();
        } catch (IOException e) {
            fail(e);
        }
        return !broken;
    }

    private void passHeld() {
        List<PackedRow> first = held;
        held = new ArrayList<>();
        first.forEach(this::pass);
    }

    private void pass(PackedRow came) {
        PackedRow row = shown.of(came);
        try {
            if (printer != null && !broken) {
                printer.row(row);
            }
            if (log != null && !broken) {
                log.row(row);
            }
        } catch (IOException e) {
            fail(e);
        }
    }

    /** Discards the remaining rows. */
    private void fail(IOException cause) {
        broken = true;
        psql.target().close(target);
        if (psql.cancellation().asked()) {
            psql.tellCancel();
            return;
        }
        psql.err("could not print result table: " + FailureReason.of(cause));
    }

    private OutputPrinter open(Heading heading, OutputStream stream) {
        boolean needsWidths = switch (options.format()) {
            case ALIGNED, WRAPPED, ASCIIDOC -> true;
            default -> false;
        };
        return needsWidths
                ? Printers.chunked(heading, options, stream, rowsInMemory())
                : Printers.open(heading, options, stream);
    }

    /** The number of rows, with their average size so far, that may be kept to compute column widths. */
    private int rowsInMemory() {
        long average = bytes / Math.max(1, count) + 1;
        return (int) Math.max(HELD_ROWS, Math.min(Integer.MAX_VALUE, MEMORY / average));
    }
}
