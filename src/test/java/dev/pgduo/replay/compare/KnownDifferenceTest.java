package dev.pgduo.replay.compare;

import static dev.pgduo.replay.compare.Comparing.compare;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a known difference explains, and that it explains nothing else. */
class KnownDifferenceTest {
    private static final String RECORD = "-[ RECORD 1 ]\nslot | a\nlost | 1\n";

    private static Rules knowing(KnownDifference... known) {
        return Comparing.STANDARD.withAdaptations(List.of(known));
    }

    private static String table(String columns, String row) {
        return TableText.aligned(List.of(columns.split(" ")), List.of(List.of(row.split(" "))));
    }

    private static Comparison adapted(String... reasons) {
        return new Comparison.Adapted(List.of(), List.of(reasons));
    }

    @Test
    void columnsThatAreGone() {
        Rules rules = knowing(KnownDifference.missingColumns("gone", "lost", "old"));
        assertThat(compare(table("slot lost n", "a 1 2"), table("slot n", "a 2"), rules))
                .isEqualTo(adapted("gone"));
        assertThat(compare(table("slot lost", "a 1"), table("slot", "a"), rules))
                .isEqualTo(adapted("gone"));
        assertThat(compare(table("lost old slot", "1 2 a"), table("slot", "a"), rules))
                .isEqualTo(adapted("gone"));
        assertThat(compare(table("slot other n", "a 1 2"), table("slot n", "a 2"), rules)
                        .accepted())
                .isFalse();
        assertThat(compare(table("slot n", "a 2"), table("slot lost n", "a 1 2"), rules)
                        .accepted())
                .isFalse();
        assertThat(compare(table("slot lost n", "a 1 2"), table("slot n", "a 3"), rules)
                        .accepted())
                .isFalse();
    }

    @Test
    void fieldsThatAreGone() {
        Rules rules = knowing(KnownDifference.missingColumns("gone", "lost"));
        assertThat(compare(RECORD, "-[ RECORD 1 ]\nslot | a\n", rules)).isEqualTo(adapted("gone"));
        assertThat(compare(RECORD, "-[ RECORD 1 ]\nlost | 1\n", rules).accepted())
                .isFalse();
    }

    @Test
    void columnsThatAreNew() {
        Rules rules = knowing(KnownDifference.extraColumns("new", "spill"));
        assertThat(compare(table("slot n", "a 2"), table("slot spill n", "a 9 2"), rules))
                .isEqualTo(adapted("new"));
        assertThat(compare(table("slot n", "a 2"), table("slot other n", "a 9 2"), rules)
                        .accepted())
                .isFalse();
        String wide = RECORD.replace(" | ", "  | ");
        assertThat(compare(RECORD, wide + "spill | 9\n", rules)).isEqualTo(adapted("new"));
        assertThat(compare(RECORD, wide + "other | 9\n", rules).accepted()).isFalse();
    }

    @Test
    void columnsThatAreCalledOtherwise() {
        Rules rules = knowing(KnownDifference.renamedColumn("renamed", "sent_location", "sent_lsn"));
        assertThat(compare(table("n sent_location", "1 x"), table("n sent_lsn", "1 x"), rules))
                .isEqualTo(adapted("renamed"));
        assertThat(compare(table("sent_location n", "x 1"), table("sent_lsn n", "x 1"), rules))
                .isEqualTo(adapted("renamed"));
        assertThat(compare(table("n sent_location", "1 x"), table("n sent_other", "1 x"), rules)
                        .accepted())
                .isFalse();
        assertThat(compare(table("n sent_lsn", "1 x"), table("n sent_location", "1 x"), rules)
                        .accepted())
                .isFalse();
    }

    /** Only a column is explained: a row whose first column is the one may not come or go. */
    @Test
    void aColumnIsNoRow() {
        String one = " n | t \n---+---\n 1 | a";
        String two = " n | t \n---+---\n 1 | a\n 2 | b";
        assertThat(compare(two, one, knowing(KnownDifference.missingColumns("gone", "n")))
                        .accepted())
                .isFalse();
        assertThat(compare(one, two, knowing(KnownDifference.extraColumns("new", "n")))
                        .accepted())
                .isFalse();
    }

    @Test
    void linesThatComeOrGo() {
        assertThat(compare("a\nb", "a", knowing(KnownDifference.missingLine("gone", "b")))
                        .accepted())
                .isTrue();
        assertThat(compare("a\nbb", "a", knowing(KnownDifference.missingLine("gone", "b")))
                        .accepted())
                .isFalse();
        assertThat(compare("a", "a\nb", knowing(KnownDifference.extraLine("new", "b")))
                        .accepted())
                .isTrue();
        assertThat(compare("a", "a\nbb", knowing(KnownDifference.extraLine("new", "b")))
                        .accepted())
                .isFalse();
        assertThat(compare(RECORD, "-[ RECORD 1 ]\nslot | a\n", knowing(KnownDifference.extraLine("new", "b")))
                        .accepted())
                .isFalse();
    }

    @Test
    void aConnectionStringThatLeadsToTheSamePlace() {
        Rules rules = knowing(KnownDifference.connectionString("more settings"));
        String recorded = "standby_mode = 'on'\nprimary_conninfo = 'user=postgres port=5432'";
        String now = "standby_mode = 'on'\nprimary_conninfo = 'user=postgres port=5432 sslmode=prefer'";
        assertThat(compare(recorded, now, rules)).isEqualTo(adapted("more settings"));
        assertThat(compare(recorded, now.replace("postgres", "other"), rules).accepted())
                .isFalse();
        assertThat(compare(recorded, now.replace("5432", "5433"), rules).accepted())
                .isFalse();
    }
}
