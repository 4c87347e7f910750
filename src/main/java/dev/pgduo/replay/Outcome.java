package dev.pgduo.replay;

import dev.pgduo.lab.os.Translation;
import dev.pgduo.report.ErrorReport;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The result of one attempt at a step.
 *
 * @param lines the output
 * @param error empty after a success; else the SQLSTATE, or an empty text where there is none
 * @param repeatable whether another attempt would change nothing
 * @param translations the replaced old mechanisms
 * @param broken why the step could not be run
 * @param pending whether the statement is still waiting, as expected
 */
record Outcome(
        List<String> lines,
        Optional<String> error,
        boolean repeatable,
        Set<Translation> translations,
        Optional<ErrorReport> broken,
        boolean pending) {
    Outcome {
        lines = List.copyOf(lines);
        translations = Set.copyOf(translations);
    }

    static Outcome of(List<String> lines, Optional<String> error, boolean repeatable) {
        return new Outcome(lines, error, repeatable, Set.of(), Optional.empty(), false);
    }

    static Outcome broken(ErrorReport report, List<String> lines) {
        return new Outcome(lines, Optional.of(""), false, Set.of(), Optional.of(report), false);
    }

    static Outcome isPending() {
        return new Outcome(List.of(), Optional.empty(), false, Set.of(), Optional.empty(), true);
    }

    Outcome with(Set<Translation> replaced) {
        return new Outcome(lines, error, repeatable, replaced, broken, pending);
    }
}
