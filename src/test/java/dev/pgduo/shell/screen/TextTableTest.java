package dev.pgduo.shell.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TextTableTest {
    private static final TextTable TABLE = new TextTable(List.of("name", "what"));

    private static List<List<@Nullable String>> rows(int count, String name, String what) {
        return Collections.nCopies(count, Arrays.<@Nullable String>asList(name, what));
    }

    @Test
    void isAsItIsWhereThereIsRoom() {
        assertThat(TABLE.lines(rows(1, "x", "it fits"), 17)).isEqualTo(TABLE.lines(rows(1, "x", "it fits")));
        assertThat(TABLE.lines(rows(1, "x", "y".repeat(200)), 0)).hasSize(4);
    }

    @Test
    void showsAFewRowsOneColumnALine() {
        assertThat(TABLE.lines(rows(1, "place", "/a/path/that/is/rather/long"), 30))
                .containsExactly(
                        "-[ RECORD 1 ]----------------",
                        "name | place",
                        "what | /a/path/that/is/rather.",
                        "     |./long");
    }

    @Test
    void breaksTheCellsOfManyRowsAtBlanks() {
        List<String> lines = TABLE.lines(rows(12, "a-short-name", "the first part and the second part"), 40);
        assertThat(lines)
                .allMatch(line -> line.length() <= 40)
                .startsWith(
                        "     name     |          what          ",
                        "--------------+------------------------",
                        " a-short-name | the first part and the+",
                        "              | second part")
                .endsWith("(12 rows)");
    }
}
