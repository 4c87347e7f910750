package dev.pgduo.replay.shard;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Distributes pieces of work among shards with about equal total durations: the longest piece first, each to the shard with the
 * smallest total.
 */
public final class Packing {
    private Packing() {}

    /**
     * The shard of each piece, 1 and up; the same for the same input.
     *
     * @param lengths the pieces' durations in any unit, none below 0
     */
    public static List<Integer> of(List<Double> lengths, int shards) {
        Integer[] owner = new Integer[lengths.size()];
        double[] loads = new double[shards];
        int[] counts = new int[shards];
        IntStream.range(0, lengths.size())
                .boxed()
                .sorted(Comparator.comparing(lengths::get, Comparator.reverseOrder()))
                .forEach(piece -> {
                    int least = least(loads, counts);
                    owner[piece] = least + 1;
                    loads[least] += lengths.get(piece);
                    counts[least]++;
                });
        return Arrays.asList(owner);
    }

    /**
     * The shard with the smallest total; of equal ones, that with fewer pieces, so that pieces without a duration are spread as
     * well.
     */
    private static int least(double[] loads, int[] counts) {
        return IntStream.range(0, loads.length)
                .boxed()
                .min(Comparator.<Integer>comparingDouble(shard -> loads[shard])
                        .thenComparingInt(shard -> counts[shard]))
                .orElseThrow();
    }
}
