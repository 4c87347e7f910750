package dev.pgduo.replay.result;

import dev.pgduo.report.TerminalText;
import java.time.Duration;
import java.util.List;

/**
 * The result of one step of a lab.
 *
 * @param name the section and the input, or a name for a lab that was not played; unique in a lab
 * @param line the step's line, from 1; 1 for the lab as a whole
 * @param elapsed the duration, including waits and retries
 * @param run whether it was run
 * @param comparing whether its output was compared, if it was run
 * @param findings empty when the output was the expected one
 */
public record StepOutcome(
        String name, int line, Duration elapsed, boolean run, Comparing comparing, List<Finding> findings) {
    public StepOutcome {
        findings = List.copyOf(findings);
    }

    /** Whether output is compared with something. */
    public enum Comparing {
        /** It is compared, or there is none. */
        COMPARED("compared"),
        /** The lab ignores the output. */
        IGNORED("ignored"),
        /** The expected output is missing in the lab file. */
        UNFILLED("unfilled");

        private final String word;

        Comparing(String word) {
            this.word = word;
        }

        /** The name for files. */
        @Override
        public String toString() {
            return word;
        }
    }

    /** The result for a lab without results of steps. */
    static StepOutcome wholeFile(boolean run, List<Finding> findings) {
        return new StepOutcome(
                "the whole file",
                findings.isEmpty() ? 1 : findings.get(0).line(),
                Duration.ZERO,
                run,
                Comparing.COMPARED,
                findings);
    }

    /** Whether the step is a failure. */
    public boolean failed() {
        return run && findings.stream().anyMatch(finding -> finding.standing().wrong());
    }

    /**
     * The differences and their reasons, line by line; empty for a step that was not run.
     *
     * @param lab the name as it was given
     */
    public List<String> details(String lab) {
        return run
                ? findings.stream()
                        .flatMap(finding -> finding.lines(lab).stream())
                        .map(line -> TerminalText.shown("  " + line))
                        .toList()
                : List.of();
    }

    /** The worst finding; of equal ones the first. */
    Finding worst() {
        return findings.stream()
                .reduce((one, other) -> other.standing().compareTo(one.standing()) > 0 ? other : one)
                .orElseThrow();
    }

    /** Whether it was run without an error and without a comparison of its output. */
    public boolean notCompared() {
        return run && comparing != Comparing.COMPARED && !failed();
    }

    /** Whether its output differs for known reasons only. */
    public boolean adapted() {
        return run && !failed() && !findings.isEmpty();
    }

    /** Whether {@code --fill} would write its output. */
    boolean unfilled() {
        return run && comparing == Comparing.UNFILLED;
    }
}
