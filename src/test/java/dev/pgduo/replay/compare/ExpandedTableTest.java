package dev.pgduo.replay.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables in expanded format, as psql prints them and as a person edits them. */
class ExpandedTableTest {
    /** The lines of the table: a field as {@code name=value}. */
    private static List<String> read(String text, boolean strict) {
        return new TableReader(strict)
                .read(Comparing.lines(text)).stream()
                        .flatMap(Optional::stream)
                        .map(line -> line.part() == TableLine.Part.FIELD
                                ? line.columns().get(0) + "=" + line.cells().get(0)
                                : line.part() + line.cells().get(0))
                        .toList();
    }

    @Test
    void withEachBorder() {
        for (boolean strict : new boolean[] {true, false}) {
            assertThat(read("-[ RECORD 1 ]\nn  | 1\ntt | a\n-[ RECORD 2 ]\nn  | 2\ntt | \n", strict))
                    .containsExactly("RECORDRECORD 1", "n=1", "tt=a", "RECORDRECORD 2", "n=2", "tt=");
            assertThat(read("+-[ RECORD 1 ]-+\n| n | 1        |\n+---+----------+", strict))
                    .containsExactly("RECORDRECORD 1", "n=1", "EDGE");
            assertThat(read("┌─[ RECORD 1 ]─┐\n│ n │ 1        │\n└───┴──────────┘", strict))
                    .containsExactly("RECORDRECORD 1", "n=1", "EDGE");
        }
    }

    /** A rule is as long as its label or the widest line; where the bar is behind the label, there is a joint. */
    @ParameterizedTest
    @CsvSource({
        "-[ RECORD 1 ],n | 1,true",
        "-[ RECORD 1 ]--------,n | 12345678901234567,true",
        "-[ RECORD 1 ]-------,n | 12345678901234567,false",
        "-[ RECORD 1 ]-----------,n | 12345678901234567,false",
        "-[ RECORD 1 ]---------,n | 1,false",
        "-[ RECORD 1 ]+--,slot_name_12 | a,true",
        "-[ RECORD 1 ]---,slot_name_12 | a,false",
        "-[ RECORD 1 ]--+--,slot_name_long | a,true",
        "-[ RECORD 1 ]-----,slot_name_long | a,false",
    })
    void theRuleFits(String rule, String field, boolean printed) {
        assertThat(read(rule + "\n" + field, true).isEmpty()).isNotEqualTo(printed);
        assertThat(read(rule + "\n" + field, false)).hasSize(2);
    }

    @Test
    void everyRuleFits() {
        assertThat(read("-[ RECORD 1 ]\nn | 1\n-[ RECORD 2 ]--------\nn | 2", true))
                .isEmpty();
        assertThat(read("-[ RECORD 1 ]--------\nn | 1\n-[ RECORD 2 ]\nn | 2", true))
                .doesNotContain("n=1");
    }

    @Test
    void aBarElsewhereEndsWhatPsqlPrints() {
        String text = "-[ RECORD 1 ]\nn | 1\nt | 2\ntotal | 3";
        assertThat(read(text, true)).containsExactly("RECORDRECORD 1", "n=1", "t=2");
        assertThat(read(text.replace("-[ RECORD 1 ]", "-[ RECORD 1 ]---------"), false))
                .containsExactly("RECORDRECORD 1", "n=1", "t=2", "total=3");
    }

    @Test
    void valuesOfSeveralLines() {
        assertThat(read("-[ RECORD 1 ]\nn | x+\n  | y\nt | 1", true))
                .containsExactly("RECORDRECORD 1", "n=x\n", "n=y", "t=1");
        assertThat(read("-[ RECORD 1 ]\nn | x+\n    more", true)).containsExactly("RECORDRECORD 1", "n=x+");
        assertThat(read("-[ RECORD 1 ]\nn | x+", true)).containsExactly("RECORDRECORD 1", "n=x+");
        assertThat(read("-[ RECORD 1 ]\nn | x+\n-[ RECORD 2 ]\nn | y", true))
                .containsExactly("RECORDRECORD 1", "n=x+", "RECORDRECORD 2", "n=y");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-[ RECORD 1 ]", "-[ RECORD 1 ]\nwords", "-[ RECORD 1 ]\n", "-[ RECORD ]\nn | 1", "n | 1"})
    void isNone(String text) {
        assertThat(read(text, true)).isEmpty();
        assertThat(read(text, false)).isEmpty();
    }

    /** How wide it is cannot be said: what a pattern stands for may belong to it. */
    @Test
    void aPatternLineMakesItUnknown() {
        assertThat(read("-[ RECORD 1 ]\nn | 1\n" + TableReader.UNKNOWN, false)).isEmpty();
    }
}
