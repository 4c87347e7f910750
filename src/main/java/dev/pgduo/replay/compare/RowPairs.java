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
 * Gives as many expected rows as possible an actual row of their own that agrees with it: first those that have all but volatile
 * values in common, then, for the others, by augmenting paths. Of very many rows that have nothing in common, only as many
 * pairs are looked at as take no long time.
 */
final class RowPairs {
    private static final int MOST_QUESTIONS = 2_000_000;

    private final int expected;
    private final int actual;
    private final Agreement agreement;
    private final int[] rowOf;
    private final int[] takenBy;
    private int questions;

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
        Arrays.fill(rowOf, -1);
        Arrays.fill(takenBy, -1);
    }

    /**
     * Pairs rows with equal keys, in the order of their places.
     *
     * @param left keys of the expected rows; of a key that is no actual row's nothing comes
     * @param right keys of the actual rows
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

    /** All actual rows: those that found a partner in its order, the others before the expected row {@code at}, or last. */
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

    /** Finds the shortest way to a free row, on which each row gives its partner to the one before. */
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
