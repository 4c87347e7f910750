package dev.pgduo.replay.result;

import dev.pgduo.replay.PlayResult;
import dev.pgduo.replay.StepResult;
import dev.pgduo.replay.Verdict;
import dev.pgduo.replay.compare.NewColumns;
import dev.pgduo.replay.compare.UnifiedDiff;
import dev.pgduo.report.TerminalText;
import dev.pgduo.transcript.model.Expected;
import dev.pgduo.transcript.model.SourceText;
import dev.pgduo.transcript.model.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The findings of one step. */
final class StepFindings implements Verdict.Visitor<List<Finding>> {
    private final String source;
    private final OptionalInt earlier;
    private final StepResult step;
    private final int line;
    private final SourceText text;

    private StepFindings(SourceText text, List<StepResult> results, StepResult step) {
        this.text = text;
        this.earlier = PlayResult.failedBefore(results, step).stream()
                .map(text::ownLine)
                .findFirst();
        this.step = step;
        int first = step.step().step().span().first();
        this.source = text.position(first, 0).source();
        this.line = text.ownLine(first);
    }

    static StepOutcome outcome(PlayResult play, StepResult step, String name) {
        return outcome(play.transcript().text(), play.results(), step, name);
    }

    /**
     * The result of a step before the play has ended.
     *
     * @param results the results so far
     */
    static StepOutcome outcome(SourceText text, List<StepResult> results, StepResult step, String name) {
        StepFindings findings = new StepFindings(text, results, step);
        return new StepOutcome(
                TerminalText.shown(name),
                findings.line,
                step.elapsed(),
                !(step.verdict() instanceof Verdict.Skipped),
                comparing(step),
                step.verdict().accept(findings));
    }

    private static StepOutcome.Comparing comparing(StepResult step) {
        if (!(step.verdict() instanceof Verdict.NotCompared)) {
            return StepOutcome.Comparing.COMPARED;
        }
        return step.step().directives().ignore() ? StepOutcome.Comparing.IGNORED : StepOutcome.Comparing.UNFILLED;
    }

    @Override
    public List<Finding> matched(Verdict.Matched verdict) {
        return List.of();
    }

    @Override
    public List<Finding> notCompared(Verdict.NotCompared verdict) {
        return verdict.failed()
                ? List.of(Finding.error(line, Optional.empty(), verdict.report().lines()))
                : List.of();
    }

    @Override
    public List<Finding> adapted(Verdict.Adapted verdict) {
        return verdict.granted().stream()
                .map(reason -> Finding.adapted(line, reason.words(), reason.drift()))
                .toList();
    }

    @Override
    public List<Finding> differs(Verdict.Differs verdict) {
        Expected expected = step.step().expected();
        List<Integer> numbers = expected.lines().stream()
                .map(each -> text.position(each.line(), 0).line())
                .toList();
        int anchor = text.position(expected.anchor(), 0).line();
        List<String> words = new ArrayList<>(new UnifiedDiff(source, numbers, anchor).lines(verdict.diff()));
        verdict.notes().forEach(note -> words.add("DETAIL:  " + note));
        List<String> added = NewColumns.in(verdict.diff());
        if (!added.isEmpty() && queried()) {
            words.add("HINT:  The table has more columns today: " + String.join(", ", added)
                    + ". Name the columns that matter instead of \"*\".");
        }
        words.replaceAll(TerminalText::shown);
        return List.of(Finding.differs(
                        line,
                        verdict.drift(),
                        words,
                        step.actual(),
                        TerminalText.shown(verdict.diff().firstPair()))
                .after(earlier));
    }

    private boolean queried() {
        return step.step().step() instanceof Step.SqlInput sql
                && !sql.input().strip().startsWith("\\");
    }

    @Override
    public List<Finding> broken(Verdict.Broken verdict) {
        return List.of(
                Finding.error(line, verdict.drift(), verdict.report().at(null).lines())
                        .after(earlier));
    }

    @Override
    public List<Finding> pending(Verdict.Pending verdict) {
        return List.of();
    }

    @Override
    public List<Finding> skipped(Verdict.Skipped verdict) {
        return List.of(Finding.error(line, Optional.empty(), List.of("not run: " + verdict.reason())));
    }
}
