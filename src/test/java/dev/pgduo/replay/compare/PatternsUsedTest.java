package dev.pgduo.replay.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which pattern lines an output needed: {@code verify} tells of those that no run did. */
class PatternsUsedTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "a/.../b* (glob)/c;       a/x/y/bz/c;  2 3",
                "a/.../b* (glob)/c;       a/bz/c;      3",
                "a/.../b* (glob)/c;       a/x/c;       2",
                "x (re)/[12] LOG:  a/y;   x/[9] LOG:  a/y;  1",
                "x (re)/y;                y;           ''",
                "a/b;                     a/b;         ''",
            })
    void byTheirLines(String expected, String actual, String used) {
        List<Integer> lines = Arrays.stream(used.split(" "))
                .filter(number -> !number.isEmpty())
                .map(Integer::valueOf)
                .collect(Collectors.toList());
        assertThat(Matcher.patternsUsed(
                        Comparing.expected(expected.replace('/', '\n')),
                        Comparing.lines(actual.replace('/', '\n')),
                        Comparing.STANDARD))
                .containsExactlyElementsOf(lines);
    }
}
