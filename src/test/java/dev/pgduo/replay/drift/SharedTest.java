package dev.pgduo.replay.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.replay.compare.Drift;
import dev.pgduo.replay.result.CellStatus;
import dev.pgduo.replay.result.Finding;
import dev.pgduo.replay.result.LabOutcome;
import dev.pgduo.replay.result.Outcomes;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SharedTest {
    private static Finding finding(int line, String output) {
        return Finding.differs(line, Drift.COSMETIC, List.of(output), List.of(output), "");
    }

    private static LabOutcome cell(String lab, String server, Finding... findings) {
        return Outcomes.played(lab, server, server, 1000, findings);
    }

    @Test
    void equalDifferencesAreOneWithAllTheirServers() {
        List<Shared> shared = Shared.of(List.of(
                cell("x", "10", finding(9, "server stopped, PID: 12")),
                cell("x", "11"),
                cell("x", "12", finding(3, "b"), finding(9, "server stopped, PID: 4711")),
                cell("x", "13", finding(9, "something else")),
                cell("y", "10", finding(9, "server stopped, PID: 12"))));
        assertThat(shared)
                .extracting(each -> each.lab() + ":" + each.finding().line() + " " + String.join(" ", each.servers()))
                .containsExactly("x:3 12", "x:9 10 12", "x:9 13", "y:9 10");
    }

    @Test
    void anErrorAndADifferenceStayApart() {
        Finding error = Finding.error(9, Optional.empty(), List.of("x"));
        assertThat(Shared.of(List.of(cell("x", "10", finding(9, "x")), cell("x", "11", error))))
                .hasSize(2);
    }

    @Test
    void aCellIsAsBadAsItsWorstFinding() {
        Finding error = Finding.error(9, Optional.empty(), List.of("x"));
        assertThat(cell("x", "10").standing()).isEqualTo(CellStatus.PASS);
        assertThat(cell("x", "10", error, finding(9, "x")).standing()).isEqualTo(CellStatus.FAIL);
        assertThat(cell("x", "10", finding(9, "x")).standing()).isEqualTo(CellStatus.DRIFT);
    }
}
