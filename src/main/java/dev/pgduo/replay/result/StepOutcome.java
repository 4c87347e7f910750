package dev.pgduo.replay.result;

import java.time.Duration;
import java.util.List;

/**
 * What became of one step of a lab.
 *
 * @param name the step's place and its first line, or what stands for a lab that was not played
 * @param elapsed how long it took, waits and retries included
 * @param run whether it was run
 * @param compared whether what it printed was compared with something, when it was run
 * @param findings none when everything came as recorded
 */
public record StepOutcome(String name, Duration elapsed, boolean run, boolean compared, List<Finding> findings) {
    public StepOutcome {
        findings = List.copyOf(findings);
    }

    /** A lab of which there is nothing to say by steps. */
    static StepOutcome wholeFile(boolean run, List<Finding> findings) {
        return new StepOutcome("the whole file", Duration.ZERO, run, true, findings);
    }

    /** Whether it counts against the lab. */
    public boolean failed() {
        return run && findings.stream().anyMatch(finding -> finding.standing().wrong());
    }

    /** Whether it did what it should, as far as anybody knows: nothing says what it prints. */
    public boolean notCompared() {
        return run && !compared && !failed();
    }

    /** Whether it came otherwise than recorded for known reasons. */
    public boolean adapted() {
        return run && !failed() && !findings.isEmpty();
    }
}
