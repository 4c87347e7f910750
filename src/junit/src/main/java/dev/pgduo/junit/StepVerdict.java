package dev.pgduo.junit;

import dev.pgduo.replay.result.CellStatus;
import dev.pgduo.replay.result.Finding;
import dev.pgduo.replay.result.LabOutcome;
import dev.pgduo.replay.result.StepOutcome;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** Converts a step's outcome for JUnit. */
final class StepVerdict {
    /** The name of the test for a lab of which no step was run. */
    static final String WHOLE = "the whole file";

    private StepVerdict() {}

    /** Throws the exception that makes the test failed or aborted. */
    static void check(String lab, StepOutcome step) {
        if (!step.run()) {
            throw new TestAbortedException(step.findings().stream()
                    .flatMap(finding -> finding.words().stream())
                    .collect(Collectors.joining("\n")));
        }
        if (step.failed()) {
            throw failure(step.details(lab), lab, step.line());
        }
    }

    /** The exception for a lab that was not played or was not for the server; empty for one that was played. */
    static Optional<Throwable> whole(LabOutcome outcome) {
        if (outcome.standing() == CellStatus.SKIPPED) {
            return Optional.of(new TestAbortedException(String.join("\n", outcome.details())));
        }
        return outcome.error()
                ? Optional.of(failure(outcome.details(), outcome.cell().lab(), line(outcome)))
                : Optional.empty();
    }

    /** The line of that test. */
    static int line(LabOutcome outcome) {
        return outcome.findings().stream().findFirst().map(Finding::line).orElse(1);
    }

    /** An error whose stack trace is the position in the lab, as pgduo's own stack is of no interest. */
    private static AssertionFailedError failure(List<String> words, String lab, int line) {
        AssertionFailedError error = new AssertionFailedError(words.stream()
                        .map(String::stripLeading)
                        .findFirst()
                        .orElse("")
                + (words.size() > 1 ? "\n" + String.join("\n", words.subList(1, words.size())) : ""));
        error.setStackTrace(new StackTraceElement[] {new StackTraceElement("lab", "step", lab, line)});
        return error;
    }
}
