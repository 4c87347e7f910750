package dev.pgduo.replay.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiffTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            ignoreLeadingAndTrailingWhitespace = true,
            value = {
                "a/b;     a/c;     expected \"b\", got \"c\"",
                "a/b/c;   a/x/y;   expected \"b\", got \"x\"",
                "a/b;     a;       expected \"b\", which did not come",
                "a;       a/b;     got \"b\", which was not expected",
                "a;       b/a;     got \"b\", which was not expected",
                "a/x/c;   b/x/d;   expected \"a\", got \"b\"",
                "a/x/c;   x/c/d;   expected \"a\", which did not come",
                "x/c;     a/x;     got \"a\", which was not expected",
            })
    void theFirstLinesThatDifferInOneLine(String expected, String actual, String pair) {
        Diff diff = Comparing.diff(expected.replace('/', '\n'), actual.replace('/', '\n'), Comparing.STANDARD);
        assertThat(diff.firstPair()).isEqualTo(pair);
    }

    @Test
    void nothingDiffers() {
        assertThat(new Diff(List.of()).firstPair()).isEmpty();
        assertThat(new Diff(List.of(new Diff.Line(' ', "a", 0, false))).firstPair())
                .isEmpty();
    }

    @Test
    void aLineThatMayComeBesidesIsShownWhereOneIsMissing() {
        Rules rules =
                Comparing.STANDARD.withAdaptations(List.of(KnownDifference.extraLine("new", "server (?:pro)?moted")));
        assertThat(Comparing.differences("a\nb", "server promoted\na\nc", rules))
                .containsExactly("-b", "+c");
        assertThat(Comparing.differences("a\nb", "a\nserver promoted", rules))
                .containsExactly("-b", "+server promoted");
    }
}
