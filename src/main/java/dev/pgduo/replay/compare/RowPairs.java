package dev.pgduo.replay.compare;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Assigns matching actual rows to as many expected rows as possible: first rows that are equal except for volatile values, then
 * the others by augmenting paths. With very many different rows, only a limited number of pairs is compared.
 */
final class RowPairs {
    private static final int MOST_QUESTIONS = 2_000_000;

    private final int expected;
    private final int actual;
    private final Agreement agreement;
    private final int[] rowOf;
    private final int[] takenBy;
    private int questions;

    /** Decides whether two rows match. */
    interface Agreement {
        boolean test(int expected, int actual);
    }

    RowPairs(int expected, int actual, Agreement agreement) {
        this.expected = expected;
        this.actual = actual;
        this.agreement = agreement;
        this.rowOf = new int[expected];
        this.takenBy = new int[actual];
        Arrays.fill(rowOf, -1);
        Arrays.fill(takenBy, -1);
    }

    /**
     * Pairs rows with equal keys, in order.
     *
     * @param left the keys of the expected rows; a key that no actual row has is ignored
     * @param right the keys of the actual rows
     */
    RowPairs likely(IntFunction<?> left, IntFunction<?> right) {
        Map<Object, Deque<Integer>> rows = new HashMap<>();
        for (int i = 0; i < actual; i++) {
            if (takenBy[i] < 0) {
                rows.computeIfAbsent(right.apply(i), key -> new ArrayDeque<>()).add(i);
            }
        }
        for (int i = 0; i < expected; i++) {
            Deque<Integer> candidates = rowOf[i] < 0 ? rows.get(left.apply(i)) : null;
            if (candidates != null && !candidates.isEmpty() && agree(i, candidates.peek())) {
                pair(i, candidates.remove());
            }
        }
        return this;
    }

    /**
     * The order of all actual rows: those with a partner in its order, the others before the expected row {@code at}, or last.
     */
    List<Integer> order(int at) {
        for (int i = 0; i < expected; i++) {
            if (rowOf[i] < 0) {
                place(i);
            }
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

    /** Finds the shortest augmenting path to a free row, along which each row passes its partner on to the one before. */
    private void place(int row) {
        int[] askedBy = new int[actual];
        Arrays.fill(askedBy, -1);
        Deque<Integer> asking = new ArrayDeque<>(List.of(row));
        while (!asking.isEmpty()) {
            int now = asking.remove();
            for (int offset = 0; offset < actual; offset++) {
                int candidate = (row + offset) % actual;
                if (askedBy[candidate] < 0 && agree(now, candidate)) {
                    askedBy[candidate] = now;
                    if (takenBy[candidate] < 0) {
                        give(row, candidate, askedBy);
                        return;
                    }
                    asking.add(takenBy[candidate]);
                }
            }
        }
    }

    private void give(int row, int free, int[] askedBy) {
        int candidate = free;
        while (rowOf[askedBy[candidate]] >= 0) {
            int before = rowOf[askedBy[candidate]];
            pair(askedBy[candidate], candidate);
            candidate = before;
        }
        pair(row, candidate);
    }

    private void pair(int left, int right) {
        rowOf[left] = right;
        takenBy[right] = left;
    }

    private boolean agree(int left, int right) {
        return questions++ < MOST_QUESTIONS && agreement.test(left, right);
    }
}
