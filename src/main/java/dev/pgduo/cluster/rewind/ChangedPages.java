package dev.pgduo.cluster.rewind;

import dev.pgduo.cluster.wal.BlockSink;
import dev.pgduo.cluster.wal.RelFileNode;
import dev.pgduo.cluster.wal.WalFormat;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The blocks of relations' main forks that are changed in a range of WAL. For one thread. */
public final class ChangedPages implements BlockSink {
    /** The binary logarithm of the number of blocks in a segment: 131,072. */
    private static final int SEGMENT_BITS = 17;

    private static final int BLOCK_IN_SEGMENT = (1 << SEGMENT_BITS) - 1;
    private static final int FIELDS = 31;

    private final Map<Segment, BitSet> segments = new HashMap<>();
    private @Nullable Segment last;
    private BitSet lastPages = new BitSet();
    private WalFormat format = new WalFormat(15);

    /** One file of a relation: a segment of 1 GB. */
    private record Segment(RelFileNode relation, int number) {
        boolean is(RelFileNode other, int another) {
            return number == another
                    && relation.relation() == other.relation()
                    && relation.database() == other.database()
                    && relation.tablespace() == other.tablespace();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Segment segment && segment.is(relation, number);
        }

        /** Called for each changed block; written out because a record's generated method is slow until it is compiled. */
        @Override
        public int hashCode() {
            long one = relation.relation() * FIELDS + relation.database();
            return Long.hashCode(one * FIELDS + relation.tablespace()) * FIELDS + number;
        }

        String path(WalFormat format) {
            return relation.path(format) + (number == 0 ? "" : "." + number);
        }
    }

    /** Adds a block, if it is in a main fork. */
    @Override
    public void block(RelFileNode relation, int fork, long block) {
        if (fork != 0) {
            return;
        }
        int number = (int) (block >>> SEGMENT_BITS);
        Segment segment = last;
        if (segment == null || !segment.is(relation, number)) {
            segment = new Segment(relation, number);
            lastPages = Objects.requireNonNull(segments.computeIfAbsent(segment, key -> new BitSet()));
            last = segment;
        }
        lastPages.set((int) block & BLOCK_IN_SEGMENT);
    }

    /** Sets the format of the WAL, by which the files are named. */
    public void in(WalFormat major) {
        format = major;
    }

    /** The number of blocks. */
    public long count() {
        return segments.values().stream().mapToLong(BitSet::cardinality).sum();
    }

    /** The number of files that have changed blocks. */
    public int files() {
        return segments.size();
    }

    /** Adds the blocks of another range of WAL. */
    void add(ChangedPages more) {
        format = more.segments.isEmpty() ? format : more.format;
        more.segments.forEach(
                (segment, pages) -> Objects.requireNonNull(segments.computeIfAbsent(segment, key -> new BitSet()))
                        .or(pages));
    }

    /** Calls the taker for each file, with the path below the data directory and the numbers of its changed blocks. */
    void forEach(BiConsumer<String, BitSet> taker) {
        segments.forEach((segment, pages) -> taker.accept(segment.path(format), pages));
    }
}
