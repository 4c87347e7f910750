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

    private static boolean accepted(String expected, String actual, KnownDifference... known) {
        return Comparing.compare(expected, actual, UNORDERED.withAdaptations(List.of(known)))
                .accepted();
    }

    @Test
    void anyLinesTakeTheRestWhereverTheyStand() {
        assertThat(accepted("...\na", "a\nx")).isTrue();
        assertThat(accepted("a\n...\nb", "b\nx\na")).isTrue();
        assertThat(accepted("a\n...\nb\n...", "x\nb\ny\na")).isTrue();
        assertThat(accepted("...\na\n...\nb", "x\nb\ny\na")).isTrue();
        assertThat(accepted("...\na", "b\nx")).isFalse();
    }

    private static String table(String... rows) {
        return TableText.aligned(
                List.of("level", "n"),
                List.of(rows).stream().map(row -> List.of(row.split(" "))).toList());
    }

    private static String records(String... rows) {
        return TableText.expanded(
                List.of("level", "n"),
                List.of(rows).stream().map(row -> List.of(row.split(" "))).toList());
    }

    /** That rows agree may take a known difference. */
    @Test
    void rowsThatAgreeForAReason() {
        KnownDifference replica = KnownDifference.changedValue("replica", "standby", "replica");
        assertThat(accepted(table("standby 1", "standby 2"), table("replica 2", "replica 1"), replica))
                .isTrue();
        assertThat(accepted(table("standby 1", "standby 2"), table("replica 2", "replica 3"), replica))
                .isFalse();
        assertThat(accepted(records("standby 1", "standby 2"), records("replica 2", "replica 1"), replica))
                .isTrue();
        assertThat(accepted(records("standby 1", "standby 2"), records("replica 2", "replica 3"), replica))
                .isFalse();
    }

    @Test
    void rowsOfSeveralLinesStayTogether() {
        String top = " t  | n \n----+---\n";
        String first = " a +| 1\n bb | \n";
        String second = " c +| 2\n dd | \n";
        assertThat(accepted(top + first + second + "(2 rows)", top + second + first + "(2 rows)"))
                .isTrue();
        assertThat(accepted(
                        top + first + second + "(2 rows)",
                        top + " c +| 2\n bb | \n" + " a +| 1\n dd | \n" + "(2 rows)"))
                .isFalse();
        assertThat(accepted(top + first + " c  | 2\n(2 rows)", top + " c  | 2\n" + first + "(2 rows)"))
                .isTrue();
    }

    @Test
    void rowsStayInTheirTable() {
        assertThat(accepted(
                        table("a 1", "b 2") + "\n" + table("c 3", "d 4"),
                        table("b 2", "a 1") + "\n" + table("d 4", "c 3")))
                .isTrue();
        assertThat(accepted(
                        table("a 1", "b 2") + "\n" + table("c 3", "d 4"),
                        table("c 3", "d 4") + "\n" + table("a 1", "b 2")))
                .isFalse();
        assertThat(accepted(
                        records("a 1", "b 2") + "\n" + table("c 3", "d 4"),
                        records("b 2", "a 1") + "\n" + table("d 4", "c 3")))
                .isTrue();
        assertThat(accepted(table("a 1"), table("a 1") + "\n" + table("c 3"))).isFalse();
        assertThat(accepted("SET\n" + table("a 1", "b 2") + "\nSHOW", "SHOW\n" + table("b 2", "a 1") + "\nSET"))
                .isFalse();
    }

    @Test
    void patternsGetTheRowsThatOthersCanSpare() {
        List<String> expected = List.of("a* (glob)", "* (glob)", "ab", "[ac]b (glob)");
        assertThat(compare(expected, List.of("ab", "cb", "x", "ay"))).isInstanceOf(Comparison.Matched.class);
        assertThat(compare(expected, List.of("ab", "db", "x", "ay"))).isInstanceOf(Comparison.Mismatch.class);
    }
}
