package dev.pgduo.cluster.rewind;

import dev.pgduo.cluster.rewind.RewindSource.Piece;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The parts of files that are to be fetched, none longer than 1 MB, neighbours joined. For one thread. */
final class Pieces {
    /** Bytes in a piece at most. */
    static final int MOST = 1 << 20;

    private static final int BLOCK = 8192;

    private final List<Piece> pieces = new ArrayList<>();
    private long bytes;

    List<Piece> pieces() {
        return pieces;
    }

    /** How many bytes they are expected to have. */
    long bytes() {
        return bytes;
    }

    /** All of a file; it may have grown since somebody looked, so that a small one is asked for more. */
    void whole(String path, long size) {
        bytes += size;
        pieces.add(new Piece(path, 0, MOST, true));
        split(path, MOST, size - MOST);
    }

    /** A part of a file. */
    void range(String path, long begin, long length) {
        bytes += length;
        split(path, begin, length);
    }

    /** The pages with these numbers in a file. */
    void pages(String path, BitSet numbers) {
        int first = numbers.nextSetBit(0);
        while (first >= 0) {
            int behind = numbers.nextClearBit(first);
            range(path, (long) first * BLOCK, (long) (behind - first) * BLOCK);
            first = numbers.nextSetBit(behind);
        }
    }

    private void split(String path, long begin, long length) {
        long done = 0;
        while (done < length) {
            int next = (int) Math.min(MOST, length - done);
            pieces.add(new Piece(path, begin + done, next, false));
            done += next;
        }
    }
}
