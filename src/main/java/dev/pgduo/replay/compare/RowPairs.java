package dev.pgduo.replay.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Gives as many expected rows as possible an actual row of their own that agrees with it (Kuhn's augmenting paths). Two
 * rows at the same place are tried first, so that ordered rows cost nothing.
 */
final class RowPairs {
    private final int expected;
    private final int actual;
    private final Agreement agreement;
    private final int[] rowOf;
    private final int[] takenBy;
    private boolean[] asked;

    /** Whether two rows agree. */
    interface Agreement {
        boolean test(int expected, int actual);
    }

    RowPairs(int expected, int actual, Agreement agreement) {
        this.expected = expected;
        this.actual = actual;
        this.agreement = agreement;
        this.rowOf = new int[expected];
        this.takenBy = new int[actual];
        this.asked = new boolean[actual];
        Arrays.fill(rowOf, -1);
        Arrays.fill(takenBy, -1);
    }

    /** All actual rows: those that found a partner in its order, the others before the expected row {@code at}, or last. */
    List<Integer> order(int at) {
        for (int i = 0; i < expected; i++) {
            asked = new boolean[actual];
            place(i, i);
        }
        List<Integer> rest = new ArrayList<>();
        for (int i = 0; i < actual; i++) {
            if (takenBy[i] < 0) {
                rest.add(i);
            }
        }
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < expected; i++) {
            if (i == at) {
                order.addAll(rest);
            }
            if (rowOf[i] >= 0) {
                order.add(rowOf[i]);
            }
        }
        if (at < 0 || at >= expected) {
            order.addAll(rest);
        }
        return order;
    }

    private boolean place(int row, int first) {
        for (int offset = 0; offset < actual; offset++) {
            int candidate = (first + offset) % actual;
            boolean fits = !asked[candidate] && agreement.test(row, candidate);
            asked[candidate] |= fits;
            if (fits && (takenBy[candidate] < 0 || place(takenBy[candidate], first))) {
                rowOf[row] = candidate;
                takenBy[candidate] = row;
                return true;
            }
        }
        return false;
    }
}
