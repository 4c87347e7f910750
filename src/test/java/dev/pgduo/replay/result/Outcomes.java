package dev.pgduo.replay.result;

import dev.pgduo.replay.compare.Drift;
import dev.pgduo.version.ServerVersion;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Outcomes for tests. */
public final class Outcomes {
    private Outcomes() {}

    /** A difference in looks. */
    public static Finding diff(int line, String... diff) {
        return Finding.differs(line, Drift.COSMETIC, List.of(diff), List.of(), "expected \"" + diff[0] + "\"");
    }

    /** A lab whose steps found these differences, one each. */
    public static LabOutcome played(String lab, String server, String version, int millis, Finding... findings) {
        List<StepOutcome> steps = Arrays.stream(findings)
                .map(finding -> step("step " + finding.line(), finding.line(), Duration.ZERO, finding))
                .toList();
        return LabOutcome.of(cell(lab, server, version), Duration.ofMillis(millis), steps);
    }

    /** A step that was run and compared. */
    static StepOutcome step(String name, int line, Duration elapsed, Finding... findings) {
        return new StepOutcome(name, line, elapsed, true, StepOutcome.Comparing.COMPARED, List.of(findings));
    }

    public static LabOutcome skipped(String lab, String server, String version, String why) {
        return new LabOutcome(
                cell(lab, server, version),
                CellStatus.SKIPPED,
                Duration.ZERO,
                List.of(StepOutcome.wholeFile(false, List.of())),
                List.of(why),
                List.of(),
                Optional.empty());
    }

    static Cell cell(String lab, String server, String version) {
        return new Cell(lab, server, ServerVersion.parse(version));
    }
}
