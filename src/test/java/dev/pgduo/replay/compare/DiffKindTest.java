package dev.pgduo.replay.compare;

import static dev.pgduo.replay.compare.Comparing.compare;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiffKindTest {
    private static Drift kind(String expected, String actual) {
        assertThat(compare(expected, actual)).isInstanceOf(Comparison.Mismatch.class);
        return DiffKind.of(((Comparison.Mismatch) compare(expected, actual)).diff(), false);
    }

    private static String table(String columns, String... rows) {
        return TableText.aligned(
                List.of(columns.split(" ")),
                List.of(rows).stream().map(row -> List.of(row.split(" "))).toList());
    }

    @Test
    void anotherColumnIsCosmetic() {
        assertThat(kind(table("slot active", "a t", "b f"), table("slot active wal", "a t x", "b f x")))
                .isEqualTo(Drift.COSMETIC);
        assertThat(kind(table("slot active", "a t"), table("active slot", "t a")))
                .isEqualTo(Drift.COSMETIC);
        assertThat(kind("-[ RECORD 1 ]\na | 1\n", "-[ RECORD 1 ]\na | 1\nb | 2\n"))
                .isEqualTo(Drift.COSMETIC);
    }

    @Test
    void aColumnUnderAnotherNameIsRenamed() {
        assertThat(kind(table("pid sent_location", "1 0/3000060"), table("pid sent_lsn", "2 0/4000060")))
                .isEqualTo(Drift.RENAMED);
        assertThat(kind(table("pg_current_xlog_location", "0/3000060"), table("pg_current_wal_lsn", "0/3000060")))
                .isEqualTo(Drift.RENAMED);
    }

    @Test
    void aColumnThatIsGoneIsRemoved() {
        assertThat(kind(table("oid name", "16384 a"), table("name", "a"))).isEqualTo(Drift.REMOVED);
    }

    @Test
    void columnsThatWentAboveFooters() {
        String before = """
                    Publication test_pub
                  Owner   | Deletes | Via root\s
                ----------+---------+----------
                 postgres | t       | f
                Tables:
                    "public.test\"""";
        String now = """
                  Publication test_pub
                  Owner   | Deletes\s
                ----------+---------
                 postgres | t
                Tables:
                    "public.test\"""";
        assertThat(kind(before, now)).isEqualTo(Drift.REMOVED);
    }

    @Test
    void otherValuesOrRowsAreSemantic() {
        assertThat(kind(table("pid n", "1 7"), table("pid n", "1 8"))).isEqualTo(Drift.SEMANTIC);
        assertThat(kind(table("n", "7"), table("n", "7", "7"))).isEqualTo(Drift.SEMANTIC);
        assertThat(kind(table("n", "7"), "ERROR:  no")).isEqualTo(Drift.SEMANTIC);
        assertThat(kind(table("a b", "1 2"), table("a c d", "3 2 x"))).isEqualTo(Drift.SEMANTIC);
    }

    @Test
    void valuesAreComparedAsFarAsTheyGo() {
        assertThat(kind(table("n", "7"), table("n", "712"))).isEqualTo(Drift.SEMANTIC);
        assertThat(kind(table("a n", "x 7"), table("a n", "x 712"))).isEqualTo(Drift.SEMANTIC);
    }

    @Test
    void tablesWithoutRowsHaveColumnsToo() {
        assertThat(kind(" a | b \n---+---\n(0 rows)", " a \n---\n(0 rows)")).isEqualTo(Drift.REMOVED);
        assertThat(kind(" a \n---\n(0 rows)", " a | b \n---+---\n(0 rows)")).isEqualTo(Drift.COSMETIC);
    }

    @Test
    void anotherNumberOfRowsIsMoreThanOtherColumns() {
        assertThat(kind(table("a", "1"), table("b", "1", "2"))).isEqualTo(Drift.SEMANTIC);
        assertThat(kind(table("a", "1", "2"), table("b", "1", "2"))).isEqualTo(Drift.REMOVED);
    }

    @Test
    void aRecordWithoutAField() {
        String records = "-[ RECORD 1 ]\na | 1\nb | 1\n-[ RECORD 2 ]\na | 2\nb | 2\n";
        assertThat(kind(records, records.replace("b | 2\n", ""))).isEqualTo(Drift.SEMANTIC);
        assertThat(kind(records, records.replaceAll("b \\| .\n", ""))).isEqualTo(Drift.REMOVED);
        assertThat(kind(records, records.replace("a | 2", "a | 3"))).isEqualTo(Drift.SEMANTIC);
    }

    @Test
    void asReportsNameThem() {
        assertThat(List.of(
                        Drift.COSMETIC.label(),
                        Drift.REMOVED.and(Drift.SEMANTIC).label()))
                .containsExactly("cosmetic", "semantic");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "server promoting | server promoted | COSMETIC",
                "ERROR:  cannot execute INSERT in read-only mode"
                        + "| ERROR:  cannot execute INSERT in a read-only transaction | COSMETIC",
                "see pg_xlogdump for it | see pg_waldump for it | RENAMED",
                "WARNING:  no such table here | ERROR:  no such table here | SEMANTIC",
                "the server is up | the lights are off | SEMANTIC",
                "INSERT 0 1 | INSERT 0 2 | SEMANTIC",
                "COMMIT | ROLLBACK | SEMANTIC",
                "CREATE TABLE | ERROR:  relation \"t\" already exists | SEMANTIC"
            })
    void linesGoByTheirWordsAndNumbers(String expected, String actual, Drift drift) {
        assertThat(kind(expected, actual)).isEqualTo(drift);
    }

    @Test
    void linesThatComeOrGo() {
        assertThat(kind("ERROR:  x", "ERROR:  x\nHINT:  Try y.")).isEqualTo(Drift.COSMETIC);
        assertThat(kind("DROP TABLE\nNOTICE:  x", "DROP TABLE")).isEqualTo(Drift.COSMETIC);
        assertThat(kind("DROP TABLE\nDROP TABLE", "DROP TABLE")).isEqualTo(Drift.SEMANTIC);
        assertThat(kind("a\nwal_keep_segments = 1", "a")).isEqualTo(Drift.REMOVED);
        assertThat(kind("server promoting", "waiting for server to promote\nserver promoted"))
                .isEqualTo(Drift.COSMETIC);
        assertThat(kind("DROP TABLE", "DROP TABLE\nERROR:  x")).isEqualTo(Drift.SEMANTIC);
    }

    @Test
    void otherWordsOfAStepThatFailed() {
        Diff diff = ((Comparison.Mismatch) compare("server promoting", "server promoted")).diff();
        assertThat(DiffKind.of(diff, false)).isEqualTo(Drift.COSMETIC);
        assertThat(DiffKind.of(diff, true)).isEqualTo(Drift.SEMANTIC);
    }

    @Test
    void anErrorThatNobodyExpectedIsMoreThanOtherWords() {
        Comparison.Mismatch mismatch =
                (Comparison.Mismatch) compare("server promoting", "server promoting\npg_ctl: no server running");
        assertThat(DiffKind.of(mismatch.diff(), true)).isEqualTo(Drift.SEMANTIC);
        Comparison.Mismatch reworded =
                (Comparison.Mismatch) compare("pg_ctl: no such server", "pg_ctl: there is no such server");
        assertThat(DiffKind.of(reworded.diff(), true)).isEqualTo(Drift.COSMETIC);
    }
}
