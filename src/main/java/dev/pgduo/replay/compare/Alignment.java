package dev.pgduo.replay.compare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Aligns the expected lines with the actual ones: with as few differences, then as few adaptations as possible. It is a
 * shortest path over pairs of line numbers, so the time is at most their product, and about their sum when the lines match.
 */
final class Alignment {
    private static final int MANY = 300_000;

    private final LineMatcher lines;
    private final int expectedEnd;
    private final int actualEnd;
    private final Map<Long, Edit> arrivals = new HashMap<>();
    private final Map<Long, Long> costs = new HashMap<>();
    private final PriorityQueue<Place> open =
            new PriorityQueue<>(Comparator.comparingLong(Place::cost).thenComparingInt(place -> -place.progress()));

    private Alignment(LineMatcher lines) {
        this.lines = lines;
        this.expectedEnd = lines.expected().size();
        this.actualEnd = lines.actual().size();
    }

    /** The steps, in order. */
    static List<Edit> of(LineMatcher lines) {
        return new Alignment(lines).search();
    }

    private List<Edit> search() {
        reach(0, 0, 0, null);
        while (!open.isEmpty() && costs.size() < MANY) {
            Place place = open.remove();
            if (place.expected == expectedEnd && place.actual == actualEnd) {
                return path();
            }
            if (place.cost == costs.getOrDefault(key(place.expected, place.actual), -1L)) {
                expand(place);
            }
        }
        return everythingDiffers();
    }

    private void expand(Place place) {
        for (Edit edit : lines.steps(place.expected, place.actual)) {
            int left = place.expected + edit.kind().expectedLines;
            int right = place.actual + edit.kind().actualLines;
            reach(left, right, place.cost + edit.cost(), edit);
        }
    }

    private void reach(int left, int right, long cost, @Nullable Edit by) {
        long key = key(left, right);
        if (cost < costs.getOrDefault(key, Long.MAX_VALUE)) {
            costs.put(key, cost);
            open.add(new Place(left, right, cost));
            if (by != null) {
                arrivals.put(key, by);
            }
        }
    }

    private List<Edit> path() {
        List<Edit> edits = new ArrayList<>();
        Edit edit = arrivals.get(key(expectedEnd, actualEnd));
        while (edit != null) {
            edits.add(edit);
            edit = arrivals.get(key(edit.expected(), edit.actual()));
        }
        Collections.reverse(edits);
        return edits;
    }

    private List<Edit> everythingDiffers() {
        List<Edit> edits = new ArrayList<>();
        for (int i = 0; i < expectedEnd; i++) {
            edits.add(new Edit(Edit.Kind.REMOVED, i, 0, LineMatch.EQUAL));
        }
        for (int i = 0; i < actualEnd; i++) {
            edits.add(new Edit(Edit.Kind.ADDED, expectedEnd, i, LineMatch.EQUAL));
        }
        return edits;
    }

    private long key(int left, int right) {
        return (long) left * (actualEnd + 1L) + right;
    }

    private record Place(int expected, int actual, long cost) {
        int progress() {
            return expected + actual;
        }
    }
}
