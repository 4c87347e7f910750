package dev.pgduo.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ErrorReportTest {
    @Test
    void rendersPositionMessageDetailAndHintInPostgresStyle() {
        ErrorReport report = ErrorReport.error("unrecognized directive \"%fi\"")
                .detail("A directive is a line that starts with \"%\".\nKnown ones are listed below.")
                .hint("Perhaps you meant \"%if\".")
                .at(new Position("x.lab", 3, 1));

        assertThat(report.render()).isEqualTo("""
                        x.lab:3:1: ERROR:  unrecognized directive "%fi"
                        DETAIL:  A directive is a line that starts with "%".
                            Known ones are listed below.
                        HINT:  Perhaps you meant "%if".""");
    }

    @Test
    void aWholeLinePositionHasNoColumn() {
        assertThat(ErrorReport.error("bad").at(new Position("x", 2, 0)).render())
                .isEqualTo("x:2: ERROR:  bad");
    }
}
