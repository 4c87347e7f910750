package dev.pgduo.replay.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RecordedSecondsTest {
    private static final RecordedSeconds.Piece A15 = new RecordedSeconds.Piece("a.lab", "15", 10);
    private static final RecordedSeconds.Piece A18 = new RecordedSeconds.Piece("a.lab", "18", 10);
    private static final RecordedSeconds.Piece A9 = new RecordedSeconds.Piece("a.lab", "9.6", 10);
    private static final RecordedSeconds.Piece NEW = new RecordedSeconds.Piece("new.lab", "15", 40);

    @Test
    void isWhatItTookEarlierOrElseAnEstimate() {
        RecordedSeconds recorded = new RecordedSeconds(List.of(
                Outcomes.played("a.lab", "15", "15.1", 2000),
                Outcomes.played("a.lab", "18", "18.1", 4000),
                Outcomes.skipped("new.lab", "15", "15.1", "not for it")));
        assertThat(recorded.lengths(List.of(A15, A18, A9, NEW))).containsExactly(2.0, 4.0, 3.0, 12.0);
    }

    @Test
    void withoutARecordItIsTheLines() {
        assertThat(RecordedSeconds.NONE.lengths(List.of(A15, NEW))).containsExactly(10.0, 40.0);
    }
}
