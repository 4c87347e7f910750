package dev.pgduo.replay.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@code --update} leaves of the tables of a block, and what it writes anew. */
class TableUpdateTest {
    private static final KnownDifference NEW = KnownDifference.extraColumns("new", "spill");
    private static final KnownDifference GONE = KnownDifference.missingColumns("gone", "lost");

    private static String update(String expected, String actual, KnownDifference... known) {
        return Comparing.update(expected, actual, Comparing.STANDARD.withAdaptations(List.of(known)));
    }

    /** Without its footer, so that a row is all that differs. */
    private static String table(String... rows) {
        return TableText.aligned(
                        List.of("pid", "n"),
                        List.of(rows).stream()
                                .map(row -> List.of(row.split(" ")))
                                .toList())
                .replaceAll("\\(\\d+ rows?\\)\n", "");
    }

    @Test
    void aRowThatIsGoneTakesTheOldValuesWithIt() {
        assertThat(update(table("11 a", "12 b"), table("91 a"))).isEqualTo(table("91 a"));
        assertThat(update(table("11 a", "12 b"), table("92 b"))).isEqualTo(table("92 b"));
    }

    @Test
    void aRowThatCameBringsNewValuesForAll() {
        assertThat(update(table("11 a"), table("91 a", "92 b"))).isEqualTo(table("91 a", "92 b"));
        assertThat(update(table("12 b"), table("91 a", "92 b"))).isEqualTo(table("91 a", "92 b"));
    }

    @Test
    void anotherTableStaysAsItIs() {
        String other = table("21 x", "22 y");
        String now = table("81 x", "82 y");
        assertThat(update(other + "\n" + table("11 a", "12 b"), now + "\n" + table("91 a", "92 c")))
                .isEqualTo(other + "\n" + table("91 a", "92 c"));
        assertThat(update(table("11 a", "12 b") + "\n" + other, table("91 a") + "\n" + now))
                .isEqualTo(table("91 a") + "\n" + other);
        assertThat(update(table("11 a") + "\n" + other, table("91 a", "92 b") + "\n" + now))
                .isEqualTo(table("91 a", "92 b") + "\n" + other);
    }

    @Test
    void linesAboutATableThatChangedStay() {
        assertThat(update("[13] LOG:  x\n" + table("11 a") + "\npid 12", "[93] LOG:  x\n" + table("91 b") + "\npid 92"))
                .isEqualTo("[13] LOG:  x\n" + table("91 b") + "\npid 12");
    }

    @Test
    void aTableStaysWhereALineBesideItChanged() {
        assertThat(update(table("11 a") + "\none", table("91 a") + "\ntwo")).isEqualTo(table("11 a") + "\ntwo");
        assertThat(update(table("11 a") + "\none\ntwo", table("91 a") + "\ntwo"))
                .isEqualTo(table("11 a") + "\ntwo");
    }

    @Test
    void aPatternInATableThatChangedStays() {
        assertThat(update(
                        " pid | n \n-----+---\n* a (glob)\n  12 | b\n(2 rows)",
                        " pid | n \n-----+---\n  91 | a\n  92 | c\n(2 rows)"))
                .isEqualTo(" pid | n \n-----+---\n* a (glob)\n  92 | c\n(2 rows)");
    }

    @Test
    void columnsThatDifferForAReasonStayUntilAnythingElseDoes() {
        String recorded = "-[ RECORD 1 ]\npid   | 11\nlost  | 1\nstate | x\n";
        String now = "-[ RECORD 1 ]\npid   | 91\nspill | 7\nstate | x\n";
        assertThat(update(recorded, now, NEW, GONE)).isEqualTo(recorded);
        assertThat(update(recorded + "\none", now + "\ntwo", NEW, GONE)).isEqualTo(recorded + "\ntwo");
        String changed = now.replace("| x", "| y");
        assertThat(update(recorded, changed, NEW, GONE)).isEqualTo(changed);
        String more = "-[ RECORD 1 ]\npid   | 91\nstate | x\nother | 5\n";
        assertThat(update(recorded, more, GONE)).isEqualTo(more);
        assertThat(update(recorded.replace("lost ", "other"), now, NEW)).isEqualTo(now);
    }

    @Test
    void linesThatComeOrGoForAReasonStayAsTheyAre() {
        KnownDifference gone = KnownDifference.missingLine("gone", "server promoting");
        KnownDifference come = KnownDifference.extraLine("new", "waiting");
        assertThat(update("server promoting\na\nb", "a\nwaiting\nc", gone, come))
                .isEqualTo("server promoting\na\nc");
    }

    @Test
    void unorderedRowsKeepTheirPlaces() {
        Rules rules = Comparing.STANDARD.withMode(Rules.Mode.UNORDERED);
        assertThat(Comparing.update(table("11 a", "12 b"), table("92 b", "91 a"), rules))
                .isEqualTo(table("11 a", "12 b"));
    }

    /** The process of the line above would be one, and that of the row another. */
    @Test
    void whatWouldNotFitTogetherIsWrittenAnew() {
        String now = "[91] LOG:  x\n" + table("91 b") + "\npid 92";
        assertThat(update("[11] LOG:  x\n" + table("11 a") + "\npid 12", now)).isEqualTo(now);
    }

    @Test
    void aPatternInTheFirstLineStays() {
        assertThat(update("...\nold", "x\nnew")).isEqualTo("...");
        assertThat(update("a* (glob)\nold", "ax\nnew")).isEqualTo("a* (glob)\nnew");
    }

    @Test
    void ignoredOutputIsKept() {
        assertThat(Comparing.update("a\nb", "c", Comparing.STANDARD.withMode(Rules.Mode.IGNORE)))
                .isEqualTo("a\nb");
    }
}
