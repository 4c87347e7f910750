package dev.pgduo.replay.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The assignment of actual columns to expected ones.
 *
 * @param pairs from left to right
 * @param match the reasons for omitted or renamed columns
 */
record ColumnPairs(List<Pair> pairs, LineMatch match) {

    /** The indexes of two columns, and whether their names differ for a known reason. */
    record Pair(int expected, int actual, boolean renamed) {}

    /** The pairs; empty when names or order differ, and no adaptation explains it. */
    static Optional<ColumnPairs> of(List<String> expected, List<String> actual, List<KnownDifference> adaptations) {
        if (expected.equals(actual)) {
            List<Pair> same = new ArrayList<>();
            for (int i = 0; i < expected.size(); i++) {
                same.add(new Pair(i, i, false));
            }
            return Optional.of(new ColumnPairs(same, LineMatch.EQUAL));
        }
        return new Pairing(expected, actual, adaptations).run();
    }

    /** Compares both lists of names from left to right. */
    private static final class Pairing {
        private final List<String> expected;
        private final List<String> actual;
        private final List<KnownDifference> adaptations;
        private final List<Pair> pairs = new ArrayList<>();
        private LineMatch match = LineMatch.EQUAL;
        private int left;
        private int right;

        Pairing(List<String> expected, List<String> actual, List<KnownDifference> adaptations) {
            this.expected = expected;
            this.actual = actual;
            this.adaptations = adaptations;
        }

        Optional<ColumnPairs> run() {
            while (left < expected.size() || right < actual.size()) {
                if (!same() && !renamed() && !extra() && !missing()) {
                    return Optional.empty();
                }
            }
            return Optional.of(new ColumnPairs(pairs, match));
        }

        private boolean same() {
            boolean same = both() && expected.get(left).equals(actual.get(right));
            if (same) {
                pairs.add(new Pair(left++, right++, false));
            }
            return same;
        }

        private boolean renamed() {
            if (!both()) {
                return false;
            }
            String from = expected.get(left);
            String to = actual.get(right);
            boolean renamed = explained(adaptations.stream().filter(each -> each.turns(from, from, to)));
            if (renamed) {
                pairs.add(new Pair(left++, right++, true));
            }
            return renamed;
        }

        private boolean extra() {
            boolean extra = right < actual.size()
                    && explained(adaptations.stream().filter(each -> each.allowsExtraColumn(actual.get(right))));
            right += extra ? 1 : 0;
            return extra;
        }

        private boolean missing() {
            boolean missing = left < expected.size()
                    && explained(adaptations.stream().filter(each -> each.allowsMissingColumn(expected.get(left))));
            left += missing ? 1 : 0;
            return missing;
        }

        private boolean both() {
            return left < expected.size() && right < actual.size();
        }

        private boolean explained(java.util.stream.Stream<KnownDifference> fitting) {
            Optional<KnownDifference> first = fitting.findFirst();
            first.ifPresent(each -> match = match.and(LineMatch.adapted(each.reason())));
            return first.isPresent();
        }
    }
}
