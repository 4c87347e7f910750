package dev.pgduo.replay.result;

import dev.pgduo.replay.PlayResult;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.Position;
import dev.pgduo.report.TerminalText;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The result of one lab on one server, from which all reports and files are made.
 *
 * @param cell the lab and the server
 * @param standing the worst of its findings, or pass; skip when it is not for the server
 * @param elapsed the duration without the removal of the lab; zero when it was not played
 * @param steps the results of the steps that run something, in file order
 * @param unplayed why it was not played, line by line; else empty
 * @param notes further remarks that are no failures
 * @param play the complete play; empty when it was not played, or is not needed any more
 */
public record LabOutcome(
        Cell cell,
        CellStatus standing,
        Duration elapsed,
        List<StepOutcome> steps,
        List<String> unplayed,
        List<String> notes,
        Optional<PlayResult> play) {
    public LabOutcome {
        steps = List.copyOf(steps);
        unplayed = List.copyOf(unplayed);
        notes = List.copyOf(notes);
    }

    /** A lab that was played. */
    public static LabOutcome played(Cell cell, PlayResult play) {
        StepNames names = new StepNames(play);
        List<StepOutcome> steps = Stream.concat(
                        play.results().stream().map(step -> StepFindings.outcome(play, step, names.next(step))),
                        play.tasks().stream().map(task -> TaskFindings.outcome(play, task, names.next(task))))
                .sorted(Comparator.comparingInt(StepOutcome::line))
                .toList();
        return new LabOutcome(cell, worst(steps), play.elapsed(), steps, List.of(), List.of(), Optional.of(play));
    }

    /** The result of a lab that was played, without the complete play. */
    static LabOutcome of(Cell cell, Duration elapsed, List<StepOutcome> steps) {
        return new LabOutcome(cell, worst(steps), elapsed, steps, List.of(), List.of(), Optional.empty());
    }

    /** The result of a lab that is not for this server. */
    public static LabOutcome skipped(Cell cell, ErrorReport why) {
        List<StepOutcome> steps = List.of(StepOutcome.wholeFile(false, List.of()));
        return new LabOutcome(cell, CellStatus.SKIPPED, Duration.ZERO, steps, why.lines(), List.of(), Optional.empty());
    }

    /** The result of a lab that could not be played. */
    public static LabOutcome unplayed(Cell cell, List<ErrorReport> why) {
        List<String> words =
                why.stream().flatMap(report -> report.lines().stream()).toList();
        int line = why.stream()
                .map(ErrorReport::position)
                .filter(Objects::nonNull)
                .findFirst()
                .map(Position::line)
                .orElse(1);
        List<StepOutcome> steps =
                List.of(StepOutcome.wholeFile(true, List.of(Finding.error(line, Optional.empty(), words))));
        return new LabOutcome(cell, worst(steps), Duration.ZERO, steps, words, List.of(), Optional.empty());
    }

    private static CellStatus worst(List<StepOutcome> steps) {
        return steps.stream()
                .flatMap(step -> step.findings().stream())
                .map(Finding::standing)
                .reduce(CellStatus.PASS, CellStatus::and);
    }

    /** The same without the complete play, which needs most of the memory. */
    public LabOutcome withoutPlay() {
        return new LabOutcome(cell, standing, elapsed, steps, unplayed, notes, Optional.empty());
    }

    /** The same with notes. */
    public LabOutcome with(List<String> more) {
        return more.isEmpty() ? this : new LabOutcome(cell, standing, elapsed, steps, unplayed, more, play);
    }

    /** Whether it is for this server and could not be played. */
    public boolean error() {
        return !unplayed.isEmpty() && standing != CellStatus.SKIPPED;
    }

    /** All findings in file order. */
    public List<Finding> findings() {
        return steps.stream().flatMap(step -> step.findings().stream()).toList();
    }

    /** The number of steps that are failures. */
    public long failed() {
        return count(StepOutcome::failed);
    }

    /** The number of steps that were not run. */
    public long skipped() {
        return count(step -> !step.run());
    }

    /** The number of steps that were run without a comparison. */
    public long notCompared() {
        return count(StepOutcome::notCompared);
    }

    /** {@code  (8 steps not compared)}, or an empty text. */
    public String notComparedWords() {
        long steps = notCompared();
        return steps == 0 ? "" : " (" + steps + (steps == 1 ? " step" : " steps") + " not compared)";
    }

    private long count(Predicate<StepOutcome> which) {
        return steps.stream().filter(which).count();
    }

    /** The differences and their reasons, for a terminal. */
    public List<String> details() {
        return unplayed.isEmpty()
                ? steps.stream()
                        .flatMap(step -> step.details(cell.lab()).stream())
                        .toList()
                : unplayed.stream().map(TerminalText::shown).toList();
    }

    /** The notes, for a terminal. */
    public List<String> noted() {
        return notes.stream()
                .map(note -> TerminalText.shown("  " + cell.lab() + ": note: " + note))
                .toList();
    }

    /** The number of steps with the expected output. */
    long matched() {
        return steps.size() - adapted() - failed() - skipped() - notCompared();
    }

    /** The number of steps that differ for known reasons. */
    long adapted() {
        return count(StepOutcome::adapted);
    }

    /** Why the lab is not for the server, in one line; else empty. */
    String remark() {
        return standing == CellStatus.SKIPPED ? String.join(" ", details()) : "";
    }

    /** The details of one step, in one text without a final newline. */
    String details(StepOutcome step) {
        return String.join("\n", unplayed.isEmpty() ? step.details(cell.lab()) : details());
    }

    /** The figures in one line. */
    public String summary() {
        if (!unplayed.isEmpty()) {
            return TerminalText.shown(cell.lab() + ": not verified");
        }
        return TerminalText.shown(String.format(
                Locale.ROOT,
                "%s: PostgreSQL %s: %d %s, %d matched, %d adapted, %d failed, %d skipped%s, %.2f s",
                cell.lab(),
                cell.version(),
                steps.size(),
                steps.size() == 1 ? "step" : "steps",
                matched(),
                adapted(),
                failed(),
                skipped(),
                notComparedWords(),
                elapsed.toNanos() / 1e9));
    }
}
