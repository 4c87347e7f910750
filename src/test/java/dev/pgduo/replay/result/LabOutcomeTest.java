package dev.pgduo.replay.result;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.Golden;
import dev.pgduo.replay.PlayResult;
import dev.pgduo.version.ServerVersion;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LabOutcomeTest {
    private static final String FILE = "labs/all\u001b kinds.lab";

    private final LabOutcome outcome = LabOutcome.played(cell(FILE, "15.18"), PlayedSteps.all(FILE));

    @Test
    void looksAsBefore() {
        Golden.assertSame(
                LabOutcomeTest.class,
                "outcome.txt",
                outcome.summary() + "\n" + String.join("\n", outcome.details()) + "\n");
    }

    @Test
    void countsOneStepInTheSingular() {
        PlayResult all = outcome.play().orElseThrow();
        PlayResult one = new PlayResult(
                all.transcript(), all.resolution(), all.results().subList(0, 1), all.usage(), Duration.ofMillis(4));
        assertThat(LabOutcome.played(cell("x.lab", "9.6.24"), one).summary())
                .isEqualTo("x.lab: PostgreSQL 9.6.24: 1 step, 1 matched, 0 adapted, 0 failed, 0 skipped, 0.00 s");
    }

    @Test
    void saysWhatThereIsToSayOfEachStep() {
        StringBuilder text = new StringBuilder();
        for (StepOutcome step : outcome.steps()) {
            text.append(step.name()).append(step.run() ? "" : " (skipped)").append('\n');
            text.append(outcome.details(step).indent(step.failed() ? 4 : 8));
        }
        Golden.assertSame(LabOutcomeTest.class, "outcome-steps.txt", text.toString());
        assertThat(outcome.cell().name()).isEqualTo(FILE + " on PostgreSQL 15.18");
        assertThat(outcome.failed()).isEqualTo(4);
        assertThat(outcome.skipped()).isEqualTo(1);
    }

    private static Cell cell(String lab, String version) {
        return new Cell(lab, version, ServerVersion.parse(version));
    }
}
