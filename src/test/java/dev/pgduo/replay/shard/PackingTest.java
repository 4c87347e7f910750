package dev.pgduo.replay.shard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PackingTest {
    @Test
    void theLongestGoesAlone() {
        assertThat(Packing.of(List.of(1.0, 9.0, 2.0, 3.0, 2.0), 2)).containsExactly(2, 1, 2, 2, 2);
    }

    @Test
    void piecesOfNoLengthAreSpread() {
        assertThat(Packing.of(List.of(0.0, 0.0, 0.0, 0.0), 2)).containsExactly(1, 2, 1, 2);
    }

    @Test
    void moreShardsThanPieces() {
        assertThat(Packing.of(List.of(1.0), 3)).containsExactly(1);
        assertThat(Packing.of(List.of(), 3)).isEmpty();
    }

    /** Greedy packing is never worse than 4/3 of the best, and the best is not below the average or the longest piece. */
    @Test
    void noShardTakesMuchLongerThanItMust() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            int shards = 1 + random.nextInt(8);
            List<Double> lengths = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                lengths.add(random.nextDouble() * 10);
            }
            List<Integer> owners = Packing.of(lengths, shards);
            double longest = IntStream.range(0, lengths.size())
                    .boxed()
                    .collect(Collectors.groupingBy(owners::get, Collectors.summingDouble(lengths::get)))
                    .values()
                    .stream()
                    .mapToDouble(Double::doubleValue)
                    .max()
                    .orElseThrow();
            double average = lengths.stream().mapToDouble(Double::doubleValue).sum() / shards;
            assertThat(longest).isLessThanOrEqualTo(Math.max(average, Collections.max(lengths)) * 4 / 3 + 10.0 / 3);
        }
    }
}
