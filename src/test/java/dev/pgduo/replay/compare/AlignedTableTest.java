package dev.pgduo.replay.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Aligned tables: what psql can have printed is one, and what a person made of it, as far as its cells can be told apart. */
class AlignedTableTest {
    private static List<Optional<TableLine>> read(String text, boolean strict) {
        return new TableReader(strict).read(Comparing.lines(text));
    }

    /** The part of each line by its first letters, a dash where there is none. */
    private static String parts(String text, boolean strict) {
        return read(text, strict).stream()
                .map(line ->
                        line.map(part -> part.part().name().substring(0, 2)).orElse("-"))
                .collect(Collectors.joining(" "));
    }

    private static List<List<String>> cells(String text, TableLine.Part part, boolean strict) {
        return read(text, strict).stream()
                .flatMap(Optional::stream)
                .filter(line -> line.part() == part)
                .map(TableLine::cells)
                .toList();
    }

    private static void isRead(String text, String parts, List<List<String>> rows) {
        for (boolean strict : new boolean[] {true, false}) {
            assertThat(parts(text, strict)).as("strict: %s", strict).isEqualTo(parts);
            assertThat(cells(text, TableLine.Part.ROW, strict)).isEqualTo(rows);
        }
    }

    /** Not as psql prints it, but the cells are clear. */
    private static void isEdited(String text, String parts, List<List<String>> rows) {
        assertThat(cells(text, TableLine.Part.ROW, true)).isEmpty();
        assertThat(parts(text, false)).isEqualTo(parts);
        assertThat(cells(text, TableLine.Part.ROW, false)).isEqualTo(rows);
    }

    @Test
    void withEachBorder() {
        isRead(
                "n  t \n-- -- \n12 a \n 3 bc\n(2 rows)",
                "HE RU RO RO FO",
                List.of(List.of("12", "a"), List.of("3", "bc")));
        isRead(
                " n  | t  \n----+----\n 12 | a\n  3 | bc\n(2 rows)",
                "HE RU RO RO FO",
                List.of(List.of("12", "a"), List.of("3", "bc")));
        isRead(
                "+----+----+\n| n  | t  |\n+----+----+\n| 12 | a  |\n|  3 | bc |\n+----+----+\n(2 rows)",
                "ED HE RU RO RO ED FO",
                List.of(List.of("12", "a"), List.of("3", "bc")));
        isRead(
                "┌────┬────┐\n│ n  │ t  │\n├────┼────┤\n│ 12 │ a  │\n│  3 │ bc │\n└────┴────┘\n(2 rows)",
                "ED HE RU RO RO ED FO",
                List.of(List.of("12", "a"), List.of("3", "bc")));
    }

    @Test
    void withALineBreakInACell() {
        isRead("n t  \n- -- \n1 a +\n  bb\n(1 row)", "HE RU RO RO FO", List.of(List.of("1", "a\n"), List.of("", "bb")));
        isRead("t  n\n-- -\na +1\nbb \n(1 row)", "HE RU RO RO FO", List.of(List.of("a\n", "1"), List.of("bb", "")));
        isRead(" t  \n----\n a +\n bb\n(1 row)", "HE RU RO RO FO", List.of(List.of("a\n"), List.of("bb")));
        isRead(
                " t  │ n \n────┼───\n a ↵│ 1\n bb │  \n(1 row)",
                "HE RU RO RO FO",
                List.of(List.of("a\n", "1"), List.of("bb", "")));
    }

    @Test
    void withALineBreakInItsOnlyColumn() {
        isRead(" t  \n────\n a ↵\n bb\n(1 row)", "HE RU RO RO FO", List.of(List.of("a\n"), List.of("bb")));
        isRead("t  \n──\na ↵\nbb\n(1 row)", "HE RU RO RO FO", List.of(List.of("a\n"), List.of("bb")));
    }

    @Test
    void linesOfTheOtherStyleAreValues() {
        isRead(
                "  t  | n \n-----+---\n a│b | 1\n ↵─  | 2\n(2 rows)",
                "HE RU RO RO FO",
                List.of(List.of("a│b", "1"), List.of("↵─", "2")));
    }

    @Test
    void aTitleIsIndented() {
        String table = " n \n---\n 1\n(1 row)";
        assertThat(parts(" T\n" + table, true)).isEqualTo("TI HE RU RO FO");
        assertThat(cells(" T\n" + table, TableLine.Part.TITLE, true)).containsExactly(List.of("T"));
        assertThat(parts("SET\n" + table, true)).isEqualTo("- HE RU RO FO");
        assertThat(parts(" (0 rows)\n" + table, true)).isEqualTo("- HE RU RO FO");
        assertThat(parts(" T\n+---+\n| n |\n+---+\n| 1 |\n+---+\n(1 row)", true))
                .isEqualTo("TI ED HE RU RO ED FO");
    }

    @Test
    void theAlignmentIsWhereTheBlanksAre() {
        String table = " t  | n  | u  | v \n----+----+----+---\n a  |  1 |    | x\n bc | 22 | cc | y\n(2 rows)";
        assertThat(cells(table, TableLine.Part.RULER, true)).containsExactly(List.of("L", "R", "", ""));
        String late = " t  | n \n----+---\n bc | 1\n a  | 2\n cc | 3\n(3 rows)";
        assertThat(cells(late, TableLine.Part.RULER, true)).containsExactly(List.of("L", ""));
    }

    /** A rule of a dash for each column is found in texts of all kinds. */
    @Test
    void aValueOfDashesIsNoRule() {
        isRead(" t \n---\n--x\n(1 row)", "HE RU RO FO", List.of(List.of("--x")));
    }

    @Test
    void aNextTableBeginsAnew() {
        isRead(
                " n \n---\n 1\n\n m \n---\n 2\n 3\n(2 rows)",
                "HE RU RO - HE RU RO RO FO",
                List.of(List.of("1"), List.of("2"), List.of("3")));
    }

    @Test
    void whatAPersonEdited() {
        isEdited(
                " n    | t \n------+---\n 1234 | a\n(1 row)".replace("1234 |", "1 |"),
                "HE RU RO FO",
                List.of(List.of("1", "a")));
        isEdited(" n | t\n---+---\n 1 | a\n(1 row)", "HE RU RO FO", List.of(List.of("1", "a")));
        isEdited(" n    | t \n------+---\n 1234 | a\n(1 row)", "HE RU RO FO", List.of(List.of("1234", "a")));
        isEdited(" n | t \n---+---\n 1 | abc\n(1 row)", "HE RU RO FO", List.of(List.of("1", "abc")));
        isEdited(" n | t \n---+---\n 123 | a\n(1 row)", "HE RU RO FO", List.of(List.of("123", "a")));
        isEdited(" n | t \n---+---\n 1 | a | b\n(1 row)", "HE RU RO FO", List.of(List.of("1", "a | b")));
        isEdited(" t \n---\n abc\n(1 row)", "HE RU RO FO", List.of(List.of("abc")));
        isEdited(
                "+---+---+\n| n | t |\n+---+---+\n| 12 | a |\n+---+---+\n(1 row)",
                "ED HE RU RO ED FO",
                List.of(List.of("12", "a")));
        isEdited(
                "+---+---+\n| n | t |\n+---+---+\n| 1 | a \n+---+---+\n(1 row)",
                "ED HE RU RO ED FO",
                List.of(List.of("1", "a")));
    }

    @Test
    void aValueOutOfPlaceSaysNothingOfTheAlignment() {
        String table = " t  | n \n----+---\n a  |   12345\n bc | 1\n(2 rows)";
        assertThat(cells(table, TableLine.Part.ROW, false)).containsExactly(List.of("a", "12345"), List.of("bc", "1"));
        assertThat(cells(table, TableLine.Part.RULER, false)).containsExactly(List.of("", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "n t\n- -\n12a\n(1 row)",
                "n t\n- -\nabc|d\n(1 row)",
                "+---+\n| n |\n+---+",
                "+---+---+\n| n | t |\n+---+---+\n(0 rows)",
                " n | t \n---+---\n 1   a\n(1 row)",
                " n | t \n---+---\n12 | a |\n(1 row)",
                " n | t \n+--+---\n 1 | a\n(1 row)",
                "n | t\n1 | a",
            })
    void isNone(String text) {
        assertThat(cells(text, TableLine.Part.ROW, true)).isEmpty();
        assertThat(parts(text, true)).doesNotContain("RU");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+---+---+\n| n | t |\n+---+---+\n  1 | a |\n+---+---+\n(1 row)",
                "+---+---+\n| n | t |\n+---+---+\n| 1 | a  \n+---+---+\n(1 row)",
                "+---+---+\n| n | t |\n+---+---+\n| 1 | ab|\n+---+---+\n(1 row)",
                " n | t \n---+---\n 12| a\n(1 row)",
                " n | t \n---+---\n12 | a\n(1 row)",
                " n | t \n---+---\n 1 |ab\n(1 row)",
                " n | t \n---+---\n 1 | a\n(2 rows)",
            })
    void psqlDidNotPrintIt(String text) {
        assertThat(parts(text, true)).doesNotContain("RU");
    }
}
