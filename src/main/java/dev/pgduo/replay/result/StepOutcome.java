package dev.pgduo.replay.result;

import dev.pgduo.report.TerminalText;
import java.time.Duration;
import java.util.List;

/**
 * The result of one step of a lab.
 *
 * @param name the section and what is typed, or what stands for a lab that was not played; each once in a lab
 * @param line 1-based line of the step; 1 for the lab as a whole
 * @param elapsed how long it took, waits and retries included
 * @param run whether it was run
 * @param comparing whether what it printed was compared with something, when it was run
 * @param findings none when everything came as recorded
 */
public record StepOutcome(
        String name, int line, Duration elapsed, boolean run, Comparing comparing, List<Finding> findings) {
    public StepOutcome {
        findings = List.copyOf(findings);
    }

    /** Whether output is compared. */
    public enum Comparing {
        /** It is, or there is none. */
        COMPARED("compared"),
        /** The lab says that it does not matter. */
        IGNORED("ignored"),
        /** Nothing is written that it could be compared with. */
        UNFILLED("unfilled");

        private final String word;

        Comparing(String word) {
            this.word = word;
        }

        /** As files have it. */
        @Override
        public String toString() {
            return word;
        }
    }

    /** A lab of which there is nothing to say by steps. */
    static StepOutcome wholeFile(boolean run, List<Finding> findings) {
        return new StepOutcome(
                "the whole file",
                findings.isEmpty() ? 1 : findings.get(0).line(),
                Duration.ZERO,
                run,
                Comparing.COMPARED,
                findings);
    }

    /** Whether it counts against the lab. */
    public boolean failed() {
        return run && findings.stream().anyMatch(finding -> finding.standing().wrong());
    }

    /**
     * What differs and why, line by line, for a person; nothing of a step that was not run.
     *
     * @param lab as its file was named
     */
    public List<String> details(String lab) {
        return run
                ? findings.stream()
                        .flatMap(finding -> finding.lines(lab).stream())
                        .map(line -> TerminalText.shown("  " + line))
                        .toList()
                : List.of();
    }

    /** The finding that counts; of equal ones the first. */
    Finding worst() {
        return findings.stream()
                .reduce((one, other) -> other.standing().compareTo(one.standing()) > 0 ? other : one)
                .orElseThrow();
    }

    /** Whether it did what it should, as far as anybody knows: nothing says what it prints. */
    public boolean notCompared() {
        return run && comparing != Comparing.COMPARED && !failed();
    }

    /** Whether it came otherwise than recorded for known reasons. */
    public boolean adapted() {
        return run && !failed() && !findings.isEmpty();
    }

    /** Whether {@code --fill} has something to write. */
    boolean unfilled() {
        return run && comparing == Comparing.UNFILLED;
    }
}
