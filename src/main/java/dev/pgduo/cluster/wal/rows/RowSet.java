package dev.pgduo.cluster.wal.rows;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongConsumer;

/** A set of ctids, which takes a few bytes for each page. For one thread. */
final class RowSet {
    private final Map<Long, BitSet> pages = new HashMap<>();

    void add(long place) {
        pages.computeIfAbsent(RowPlace.block(place), key -> new BitSet()).set(RowPlace.offset(place));
    }

    /** Removes a ctid; returns whether it was in the set. */
    boolean remove(long place) {
        BitSet page = pages.get(RowPlace.block(place));
        if (page == null || !page.get(RowPlace.offset(place))) {
            return false;
        }
        page.clear(RowPlace.offset(place));
        return true;
    }

    void forEach(LongConsumer taker) {
        pages.forEach((block, page) -> page.stream().forEach(offset -> taker.accept(RowPlace.of(block, offset))));
    }
}
