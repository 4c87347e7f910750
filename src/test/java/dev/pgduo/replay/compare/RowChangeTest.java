package dev.pgduo.replay.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Whether an output may still come as expected when the same is asked again later. */
class RowChangeTest {
    private static final String RECORD = "-[ RECORD 1 ]\nslot  | a\nspill | 1\n";

    private static boolean mayHeal(String expected, String actual, KnownDifference... known) {
        return RowChange.only(Comparing.diff(expected, actual, Comparing.STANDARD.withAdaptations(List.of(known))));
    }

    private static String table(String columns, String... rows) {
        return TableText.aligned(
                List.of(columns.split(" ")),
                List.of(rows).stream().map(row -> List.of(row.split(" "))).toList());
    }

    @Test
    void otherValuesOrRowsMay() {
        assertThat(mayHeal(table("n t", "1 a"), table("n t", "2 a"))).isTrue();
        assertThat(mayHeal(table("n t", "1 a"), table("n t", "1 a", "2 b"))).isTrue();
        assertThat(mayHeal(table("n t", "1 a", "2 b"), table("n t", "1 a"))).isTrue();
        assertThat(mayHeal(table("n t", "1 a"), table("n t", "1 abcdefgh"))).isTrue();
        assertThat(mayHeal(" n | t \n---+---\n 1 | a", " n | t \n---+---\n 2 | a\n(1 row)"))
                .isTrue();
        assertThat(mayHeal(RECORD, RECORD.replace("| a", "| b"))).isTrue();
        assertThat(mayHeal(RECORD, RECORD + RECORD.replace("1 ]", "2 ]"))).isTrue();
    }

    @Test
    void rowsWhereNoneWereMay() {
        assertThat(mayHeal(RECORD, "(0 rows)")).isTrue();
        assertThat(mayHeal("(0 rows)", RECORD)).isTrue();
        assertThat(mayHeal(" n \n---\n(0 rows)", table("n", "1"))).isTrue();
    }

    @Test
    void linesOutsideTablesMay() {
        assertThat(mayHeal("0", "1")).isTrue();
        assertThat(mayHeal("t 1\nt 2", "t 1")).isTrue();
        assertThat(mayHeal("", "1")).isTrue();
    }

    @Test
    void otherColumnsMayNot() {
        assertThat(mayHeal(table("n t", "1 a"), table("n u", "1 a"))).isFalse();
        assertThat(mayHeal(table("n t", "1 a"), table("n u", "2 a"))).isFalse();
        assertThat(mayHeal(table("n t", "1 a"), table("n t u", "1 a b"))).isFalse();
        assertThat(mayHeal(" n \n---\n(0 rows)", " m \n---\n(0 rows)")).isFalse();
        assertThat(mayHeal(RECORD, RECORD.replace("spill", "total"))).isFalse();
    }

    /** A slot of a newer server before its standby has connected, as the reference lab shows it. */
    @Test
    void aRecordWithAKnownFurtherColumnMay() {
        KnownDifference added = KnownDifference.extraColumns("new", "temporary", "wal_status");
        String expected = """
                -[ RECORD 1 ]+---------
                slot_type    | physical
                active       | t
                active_pid   | 19351
                catalog_xmin |\s
                restart_lsn  | 0/63000000
                """;
        String actual = """
                -[ RECORD 1 ]+---------
                slot_type    | physical
                temporary    | f
                active       | f
                active_pid   |\s
                catalog_xmin |\s
                restart_lsn  |\s
                wal_status   |\s
                """;
        assertThat(mayHeal(expected, actual, added)).isTrue();
    }

    @Test
    void aTableForWordsMayNot() {
        assertThat(mayHeal(RECORD, "ERROR:  no")).isFalse();
        assertThat(mayHeal(table("n t", "1 a"), "ERROR:  no")).isFalse();
        assertThat(mayHeal("ERROR:  no", table("n t", "1 a"))).isFalse();
        assertThat(mayHeal("ERROR:  no", RECORD)).isFalse();
    }

    @Test
    void theLayoutAloneMayNot() {
        String printed = table("n t", "1 a");
        assertThat(mayHeal(printed.replace("---", "----"), printed)).isFalse();
        assertThat(mayHeal(printed.replace("| a", "|  a"), printed)).isFalse();
        assertThat(mayHeal(" nnnn | t \n------+---\n 1    | a\n(1 row)", " nnnn | t \n------+---\n    1 | a\n(1 row)"))
                .isFalse();
    }

    /** The diff shows the recorded header, below which the rows that came do not fit. */
    @Test
    void columnsThatDifferForAReasonAreNoObstacle() {
        KnownDifference added = KnownDifference.extraColumns("new", "spill");
        assertThat(mayHeal(table("n t", "1 a"), table("n t spill", "2 a 7"), added))
                .isTrue();
        assertThat(mayHeal(table("n t", "1 a"), table("spill n t", "7 2 a"), added))
                .isTrue();
        assertThat(mayHeal(table("n t", "1 a"), table("spill n u", "7 2 a"), added))
                .isFalse();
        String other = "\n-[ RECORD 1 ]\nstate | x\n";
        assertThat(mayHeal(
                        table("n t", "1 a") + other,
                        table("spill n t", "7 2 a") + other.replace("state", "stage"),
                        added))
                .isFalse();
        assertThat(mayHeal(table("n t", "1 a"), table("n u spill", "1 a 7"), added))
                .isFalse();
        assertThat(mayHeal(RECORD, RECORD.replace("| a", "| b") + "total | 2\n", added))
                .isFalse();
        String before = "-[ RECORD 1 ]\nslot  | a\nstate | x\n";
        String now = "-[ RECORD 1 ]\nslot  | a\nspill | 1\nstate | y\n";
        assertThat(mayHeal(before, now, added)).isTrue();
    }

    /** A column that newer servers have may come besides, but not where the record has it too. */
    @Test
    void aNewColumnThatTheRecordHasIsARow() {
        KnownDifference added = KnownDifference.extraColumns("new", "spill");
        assertThat(mayHeal(RECORD, RECORD.replace("| 1", "| 2"), added)).isTrue();
    }
}
