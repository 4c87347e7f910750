package dev.pgduo.cluster.rewind;

import dev.pgduo.cluster.rewind.RewindSource.Piece;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The parts of files to fetch from the source; adjacent ones are joined, none is longer than 1 MB. For one thread. */
final class Pieces {
    /** The greatest length of a piece, in bytes. */
    static final int MOST = 1 << 20;

    private static final int BLOCK = 8192;

    private final List<Piece> pieces = new ArrayList<>();
    private long bytes;

    List<Piece> pieces() {
        return pieces;
    }

    /** The expected size of all pieces, in bytes. */
    long bytes() {
        return bytes;
    }

    /**
     * All pieces, divided into parts of about the same number of bytes. Those of a file stay together, in their order.
     *
     * @param count of parts
     */
    List<List<Piece>> parts(int count) {
        List<List<Piece>> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            parts.add(new ArrayList<>());
        }
        long[] sizes = new long[count];
        int part = 0;
        String path = "";
        for (Piece piece : pieces) {
            if (!piece.path().equals(path)) {
                path = piece.path();
                part = smallest(sizes);
            }
            parts.get(part).add(piece);
            sizes[part] += piece.length();
        }
        return parts;
    }

    private static int smallest(long[] sizes) {
        int smallest = 0;
        for (int i = 1; i < sizes.length; i++) {
            smallest = sizes[i] < sizes[smallest] ? i : smallest;
        }
        return smallest;
    }

    /** Adds a whole file; for a small one more than its size is asked for, as it may have grown meanwhile. */
    void whole(String path, long size) {
        bytes += size;
        pieces.add(new Piece(path, 0, MOST, true));
        split(path, MOST, size - MOST);
    }

    /** Adds a part of a file. */
    void range(String path, long begin, long length) {
        bytes += length;
        split(path, begin, length);
    }

    /** Adds the blocks with these numbers in the file. */
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
