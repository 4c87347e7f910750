package dev.pgduo.replay;

import dev.pgduo.lab.Lab;
import dev.pgduo.replay.compare.Binding;
import dev.pgduo.replay.compare.Matcher;
import dev.pgduo.transcript.model.Captures;
import dev.pgduo.transcript.model.Environment;
import dev.pgduo.transcript.model.ExpectedLine;
import dev.pgduo.transcript.model.ResolvedStep;
import dev.pgduo.transcript.model.Transcript;
import dev.pgduo.version.Capabilities;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a lab printed when it was played, to be judged again and again, with other expectations.
 *
 * @param outputs of each step that runs, in file order
 */
public record PlayedOutputs(Environment environment, List<Output> outputs) {
    /** What one step did. */
    public record Output(List<String> lines, boolean failed) {}

    /**
     * What a judge said.
     *
     * @param line of the first step that was wrong
     * @param overlooked the volatile values and the known differences that were accepted
     */
    public record Judgement(OptionalInt line, Set<String> overlooked) {
        /** Whether no step was wrong. */
        public boolean passed() {
            return line.isEmpty();
        }

        /** The classes of what was accepted here and not there. */
        public Set<String> excuses(Judgement other) {
            Set<String> more = new TreeSet<>();
            overlooked.stream()
                    .filter(each -> !other.overlooked.contains(each))
                    .forEach(each -> more.add(each.split(" ", 2)[0]));
            return more;
        }
    }

    /** What came of a play on this lab. */
    public static PlayedOutputs of(PlayResult result, Lab lab) {
        return new PlayedOutputs(
                TranscriptRun.environment(lab),
                result.results().stream()
                        .map(step -> new Output(step.actual(), failed(step)))
                        .toList());
    }

    private static boolean failed(StepResult step) {
        return step.step().directives().expectError() != null;
    }

    /** Judges the outputs by what this transcript expects; empty when it has other steps. */
    public Optional<Judgement> judge(Transcript transcript) {
        List<ResolvedStep> steps = transcript.resolve(environment).steps().stream()
                .filter(step -> step.step().governed())
                .toList();
        if (steps.size() != outputs.size()) {
            return Optional.empty();
        }
        Judge judge = new Judge(
                transcript,
                new KnownDifferences(new Capabilities(environment.pg().major())),
                PlayOptions.STANDARD);
        Captures captures = Captures.none();
        Set<String> overlooked = new TreeSet<>();
        for (int at = 0; at < steps.size(); at++) {
            int i = at;
            ResolvedStep step = steps.get(i);
            Output output = outputs.get(i);
            judge.next(step);
            Verdict verdict = judge.judge(step, outcome(step, output), captures);
            if (verdict.failed()) {
                return Optional.of(
                        new Judgement(OptionalInt.of(step.step().span().first()), overlooked));
            }
            accepted(judge, step, output, captures).forEach(value -> overlooked.add(value + " in step " + i));
            if (verdict instanceof Verdict.NotCompared) {
                overlooked.add("not-compared step " + i);
            }
            if (step.expected().lines().stream().anyMatch(ExpectedLine.AnyLines.class::isInstance)) {
                overlooked.add("pattern " + i
                        + step.expected().lines().stream()
                                .map(ExpectedLine::written)
                                .toList());
            }
            if (step.directives().unordered()) {
                overlooked.add(
                        "unordered " + output.lines().size() + step.expected().lines());
            }
            if (verdict instanceof Verdict.Adapted adapted) {
                adapted.reasons().forEach(reason -> overlooked.add("adapted " + i + reason));
            }
            for (var capture : step.directives().captures()) {
                captures = captures.with(
                        capture.name(), capture.from().find(output.lines()).orElse(""));
            }
        }
        return Optional.of(new Judgement(OptionalInt.empty(), overlooked));
    }

    private static List<String> accepted(Judge judge, ResolvedStep step, Output output, Captures captures) {
        return Matcher.compare(
                        judge.expected(step, captures),
                        output.lines(),
                        judge.rules(step.directives(), outcome(step, output)))
                .bindings()
                .stream()
                .map(Binding::toString)
                .toList();
    }

    private static Outcome outcome(ResolvedStep step, Output output) {
        if (step.blocks() && output.lines().isEmpty()) {
            return Outcome.isPending();
        }
        var announced = step.directives().expectError();
        String state = announced == null || announced.sqlState() == null ? "" : announced.sqlState();
        return Outcome.of(output.lines(), output.failed() ? Optional.of(state) : Optional.empty(), false);
    }
}
