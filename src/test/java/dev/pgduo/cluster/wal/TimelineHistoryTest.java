package dev.pgduo.cluster.wal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgduo.cluster.quantity.Lsn;
import dev.pgduo.cluster.wal.TimelineHistory.Entry;
import dev.pgduo.cluster.wal.TimelineHistory.Fork;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimelineHistoryTest {
    private static final long SIZE = 16 << 20;
    private static final String TWO = "1\t0/3000148\tno recovery target specified\n";
    private static final String FIVE = TWO + "\n# a remark\n\n2\tA/0\tbefore 2026-01-02 03:04:05+00\n";

    @TempDir
    private Path directory = Path.of("");

    @Test
    void eachTimelineBeginsWhereTheOneBeforeItWasLeft() {
        assertThat(TimelineHistory.parse(FIVE, 5).entries())
                .containsExactly(
                        new Entry(1, lsn("0/0"), Optional.of(lsn("0/3000148"))),
                        new Entry(2, lsn("0/3000148"), Optional.of(lsn("A/0"))),
                        new Entry(5, lsn("A/0"), Optional.empty()));
    }

    @Test
    void theFileIsFoundByTheTimelinesNumber() throws IOException {
        Files.write(
                directory.resolve("0000001F.history"), (TWO + "7 1/0 caf\u00e9").getBytes(StandardCharsets.ISO_8859_1));
        TimelineHistory history = TimelineHistory.read(directory, 0x1F);
        assertThat(history.timeline()).isEqualTo(0x1F);
        assertThat(history.entries()).extracting(Entry::timeline).containsExactly(1L, 7L, 31L);
    }

    @Test
    void withoutAFileThereIsOnlyTheTimelineItself() throws IOException {
        Files.writeString(directory.resolve("00000001.history"), "not read");
        assertThat(TimelineHistory.read(directory, 1).entries())
                .containsExactly(new Entry(1, lsn("0/0"), Optional.empty()));
        assertThat(TimelineHistory.read(directory, 4).entries())
                .containsExactly(new Entry(4, lsn("0/0"), Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({
        "one 0/1, Expected a numeric timeline ID.",
        "-1 0/1, Expected a numeric timeline ID.",
        "2, Expected a write-ahead log switchpoint location.",
        "2 0-1, Expected a write-ahead log switchpoint location.",
        "2 0/123456789, Expected a write-ahead log switchpoint location.",
        "1 0/4000000, Timeline IDs must be in increasing sequence.",
        "0 0/4000000, Timeline IDs must be in increasing sequence.",
        "3 0/4000000, Timeline IDs must be less than child timeline's ID."
    })
    void aDamagedLineIsNamed(String line, String expected) {
        assertThatThrownBy(() -> TimelineHistory.parse(TWO + "#\n" + line + "\n", 3))
                .isInstanceOfSatisfying(LabException.class, e -> {
                    assertThat(e).hasMessage("syntax error in the history of timeline 3");
                    assertThat(e.report().detail()).isEqualTo("Line 3 is \"" + line + "\".");
                    assertThat(e.report().hint()).isEqualTo(expected);
                });
    }

    @Test
    void entriesHaveNoGap() {
        Entry open = new Entry(2, lsn("0/2"), Optional.empty());
        assertThatThrownBy(() -> new TimelineHistory(List.of(open))).hasMessageContaining("gap");
        assertThatThrownBy(() -> new TimelineHistory(List.of())).hasMessageContaining("no last timeline");
    }

    @ParameterizedTest
    @CsvSource({"0/0, 1", "0/3000147, 1", "0/3000148, 2", "9/FFFFFFFF, 2", "A/0, 5", "FFFFFFFF/0, 5"})
    void aPlaceBelongsToTheTimelineThatWasThenTheNewest(String lsn, long timeline) {
        assertThat(TimelineHistory.parse(FIVE, 5).timelineAt(lsn(lsn))).isEqualTo(timeline);
    }

    @ParameterizedTest
    @CsvSource({
        "0/2FFFFFF, 000000010000000000000002",
        "0/3000000, 000000020000000000000003",
        "9/FFFFFFFF, 0000000200000009000000FF",
        "A/0, 000000050000000A00000000"
    })
    void aSegmentIsThatOfTheNewestTimelineInIt(String lsn, String name) {
        assertThat(TimelineHistory.parse(FIVE, 5).segmentAt(lsn(lsn), SIZE).name())
                .isEqualTo(name);
    }

    @Test
    void aStandbyThatWasPromotedForksFromItsOldPrimary() {
        assertFork("", 1, TWO, 2, new Fork(1, Optional.of(lsn("0/3000148"))));
    }

    @Test
    void twoThatWerePromotedPartWhereTheFirstOfThemLeft() {
        assertFork(FIVE, 5, TWO + "2 9/0", 6, new Fork(2, Optional.of(lsn("9/0"))));
        assertFork("1 0/1", 2, "1 0/2", 3, new Fork(1, Optional.of(lsn("0/1"))));
    }

    @Test
    void theSameTimelineTwiceIsNoFork() {
        assertThat(forkOf("", 1, "", 1)).contains(new Fork(1, Optional.empty()));
        assertThat(forkOf(TWO, 2, TWO, 2)).contains(new Fork(2, Optional.empty()));
    }

    @Test
    void timelinesOfOneNumberAreNotTheSameWhenTheyBeginElsewhere() {
        assertFork("1 0/1", 2, "1 0/2", 2, new Fork(1, Optional.of(lsn("0/1"))));
    }

    @Test
    void withoutACommonTimelineThereIsNoFork() {
        assertThat(forkOf("", 4, TWO, 5)).isEmpty();
    }

    private static void assertFork(String one, long first, String other, long second, Fork expected) {
        assertThat(forkOf(one, first, other, second)).contains(expected);
        assertThat(forkOf(other, second, one, first)).contains(expected);
    }

    private static Optional<Fork> forkOf(String one, long first, String other, long second) {
        return TimelineHistory.parse(one, first).forkFrom(TimelineHistory.parse(other, second));
    }

    private static Lsn lsn(String text) {
        return Lsn.parse(text);
    }
}
