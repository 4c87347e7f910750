package dev.pgduo.cluster.wal.rows;

import dev.pgduo.cluster.wal.rows.LoggedRow.Kind;
import java.util.Arrays;
import java.util.function.Consumer;

/** A list of changes of rows in the order of the WAL, with three numbers for each. For one thread. */
final class RowList {
    private static final int FIELDS = 3;
    private static final int KIND_BITS = 2;
    private static final int KIND = 3;

    private long[] numbers = new long[4 * FIELDS];
    private int length;

    void add(LoggedRow change) {
        if (length == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * length);
        }
        numbers[length++] = change.order() << KIND_BITS | change.kind().code();
        numbers[length++] = change.before();
        numbers[length++] = change.after();
    }

    void forEach(Consumer<LoggedRow> taker) {
        for (int i = 0; i < length; i += FIELDS) {
            Kind kind = Kind.of((int) numbers[i] & KIND);
            taker.accept(new LoggedRow(numbers[i] >>> KIND_BITS, kind, numbers[i + 1], numbers[i + 2]));
        }
    }
}
