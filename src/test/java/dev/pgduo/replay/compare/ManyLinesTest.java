package dev.pgduo.replay.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many lines in any order. The limits of time only tell an answer from none. */
class ManyLinesTest {
    private static final Rules UNORDERED = Rules.standard().withMode(Rules.Mode.UNORDERED);

    private static List<String> lines(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "row " + i + " of process " + (30_000 - i) + ", pid=" + (i + 7))
                .toList();
    }

    private static Comparison compare(List<String> expected, List<String> actual, Rules rules) {
        return Comparing.compare(String.join("\n", expected), String.join("\n", actual), rules);
    }

    private static List<String> shuffled(List<String> lines) {
        List<String> other = new ArrayList<>(lines.stream()
                .map(line -> line.replaceFirst("pid=.*", "pid=77"))
                .toList());
        Collections.shuffle(other, new Random(1));
        return other;
    }

    @Test
    @Timeout(60)
    void arePairedByWhatTheyHaveInCommon() {
        List<String> lines = lines(20_000);
        List<String> expected = shuffled(lines);
        assertThat(compare(expected, lines, UNORDERED)).isInstanceOf(Comparison.Matched.class);
        expected.set(5, "none");
        assertThat(compare(expected, lines, UNORDERED)).isInstanceOf(Comparison.Mismatch.class);
    }

    @Test
    @Timeout(60)
    void areGivenUpWhereNothingAgrees() {
        List<String> lines = lines(20_000);
        Comparison comparison = compare(shuffled(lines), lines, Rules.standard());
        assertThat(comparison).isInstanceOf(Comparison.Mismatch.class);
    }
}
