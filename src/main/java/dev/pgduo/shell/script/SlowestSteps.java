package dev.pgduo.shell.script;

import dev.pgduo.replay.result.Cell;
import dev.pgduo.replay.result.LabOutcome;
import dev.pgduo.replay.result.StepOutcome;
import dev.pgduo.report.TerminalText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The steps of labs with the longest durations. */
final class SlowestSteps {
    private SlowestSteps() {}

    private record Played(Cell cell, StepOutcome step) {
        String line() {
            return TerminalText.shown(String.format(
                    Locale.ROOT,
                    "%8.2f s  %s:%d: %s (PostgreSQL %s)",
                    step.elapsed().toNanos() / 1e9,
                    cell.lab(),
                    step.line(),
                    step.name(),
                    cell.server()));
        }
    }

    /** A heading, and a line for each step, the longest first. */
    static List<String> of(List<LabOutcome> outcomes, int most) {
        List<String> lines = new ArrayList<>();
        outcomes.stream()
                .flatMap(outcome -> outcome.steps().stream()
                        .filter(step -> !step.elapsed().isZero())
                        .map(step -> new Played(outcome.cell(), step)))
                .sorted(Comparator.comparing((Played played) -> played.step().elapsed())
                        .reversed())
                .limit(most)
                .map(Played::line)
                .forEach(lines::add);
        if (!lines.isEmpty()) {
            lines.add(0, "slowest steps:");
        }
        return lines;
    }
}
