package dev.pgduo.replay.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Lines in any order. */
class UnorderedTest {
    private static final Rules UNORDERED = Comparing.STANDARD.withMode(Rules.Mode.UNORDERED);

    private static Comparison compare(List<String> expected, List<String> actual) {
        return Comparing.compare(String.join("\n", expected), String.join("\n", actual), UNORDERED);
    }

    @Test
    void patternsGetTheRowsThatOthersCanSpare() {
        List<String> expected = List.of("a* (glob)", "* (glob)", "ab", "[ac]b (glob)");
        assertThat(compare(expected, List.of("ab", "cb", "x", "ay"))).isInstanceOf(Comparison.Matched.class);
        assertThat(compare(expected, List.of("ab", "db", "x", "ay"))).isInstanceOf(Comparison.Mismatch.class);
    }
}
