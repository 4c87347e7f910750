package dev.pgduo.replay;

import dev.pgduo.replay.compare.Binding;
import dev.pgduo.replay.compare.Comparison;
import dev.pgduo.replay.compare.Drift;
import dev.pgduo.replay.compare.KnownDifference;
import dev.pgduo.replay.compare.Matcher;
import dev.pgduo.replay.compare.Meaning;
import dev.pgduo.replay.compare.OwnNames;
import dev.pgduo.replay.compare.PlaceFailure;
import dev.pgduo.replay.compare.Rules;
import dev.pgduo.replay.compare.VolatileClass;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.Position;
import dev.pgduo.transcript.model.Captures;
import dev.pgduo.transcript.model.Directive;
import dev.pgduo.transcript.model.Directives;
import dev.pgduo.transcript.model.ExpectedLine;
import dev.pgduo.transcript.model.Header;
import dev.pgduo.transcript.model.ResolvedStep;
import dev.pgduo.transcript.model.Transcript;
import dev.pgduo.version.ChangedNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides whether a step had the expected result. */
final class Judge {
    /** Classes whose relations apply across outputs. */
    private static final Set<VolatileClass> LASTING = EnumSet.of(VolatileClass.TIMELINE, VolatileClass.SYSID);

    private final Transcript transcript;
    private final String source;
    private final OutputBelow below;
    private final Set<VolatileClass> volatileClasses;
    private final KnownDifferences known;
    private final PlayOptions options;
    private final UsedTolerances usage = new UsedTolerances();
    private final StepMeanings meanings = new StepMeanings();
    private final OwnNames names;
    private final List<Binding> relations = new ArrayList<>();
    private Rules.Known facts = new Rules.Known(Meaning.NONE, OwnNames.NONE);

    Judge(Transcript transcript, KnownDifferences known, PlayOptions options) {
        Header header = transcript.header();
        this.transcript = transcript;
        this.source = transcript.text().source();
        this.below = new OutputBelow(transcript.text());
        this.known = known;
        this.options = options;
        this.names = LabNaming.names(header);
        this.volatileClasses = EnumSet.noneOf(VolatileClass.class);
        for (VolatileClass each : VolatileClass.values()) {
            if (header.isVolatile(each.label())) {
                volatileClasses.add(each);
            }
        }
        if (options.updating()) {
            volatileClasses.remove(VolatileClass.TIMELINE);
        }
    }

    /** Sets the step that is judged from now on, in all its attempts. */
    void next(ResolvedStep step) {
        facts = new Rules.Known(meanings.of(step.step()), names);
    }

    Verdict judge(ResolvedStep step, Outcome outcome, Captures captures) {
        if (outcome.broken().isPresent()) {
            return new Verdict.Broken(outcome.broken().get().at(place(step)));
        }
        if (outcome.pending()) {
            return new Verdict.Pending();
        }
        Directive.ExpectError announced = step.directives().expectError();
        if (announced != null) {
            return announced(step, announced, outcome, captures);
        }
        return outcome.error().isPresent() && !announcedByText(step)
                ? unannounced(step, outcome)
                : compared(step, outcome, captures);
    }

    /**
     * Whether the file shows an error message for the step, or ignores the output; {@code ...} alone does not announce an
     * error.
     */
    private static boolean announcedByText(ResolvedStep step) {
        return step.directives().ignore()
                || step.expected().lines().stream().anyMatch(line -> !(line instanceof ExpectedLine.AnyLines));
    }

    /** The rules for comparing this step's output. */
    Rules rules(Directives directives, Outcome outcome) {
        List<KnownDifference> adaptations = new ArrayList<>(known.always());
        adaptations.addAll(known.of(outcome.translations()));
        Rules.Mode mode = directives.ignore()
                ? Rules.Mode.IGNORE
                : directives.unordered() ? Rules.Mode.UNORDERED : Rules.Mode.ORDERED;
        return Rules.standard()
                .withClasses(volatileClasses)
                .withMode(mode)
                .withAdaptations(adaptations)
                .withKnown(facts)
                .withEarlier(relations);
    }

    /** The expected lines with captured values inserted. */
    List<ExpectedLine> expected(ResolvedStep step, Captures captures) {
        return step.expected().lines().stream()
                .map(line -> line.expand(captures, source))
                .toList();
    }

    Position place(ResolvedStep step) {
        return transcript.at(step.step().span().first());
    }

    private Verdict announced(ResolvedStep step, Directive.ExpectError announced, Outcome outcome, Captures captures) {
        if (outcome.error().isEmpty()) {
            return new Verdict.Broken(ErrorReport.error("the step succeeded, but an error was expected")
                    .hint("Remove the %expect-error above it, or make the step fail.")
                    .at(place(step)));
        }
        String wanted = announced.sqlState();
        String got = outcome.error().get();
        if (wanted != null && !wanted.equals(got)) {
            return new Verdict.Broken(ErrorReport.error("the step failed with another error than expected")
                    .detail("Expected SQLSTATE " + wanted + ", got " + (got.isEmpty() ? "none" : got) + ".\n"
                            + String.join("\n", outcome.lines()))
                    .at(place(step)));
        }
        return compared(step, outcome, captures);
    }

    private Verdict unannounced(ResolvedStep step, Outcome outcome) {
        String state = outcome.error().orElseThrow();
        String hint = "If the error is intended, put \"%expect-error" + (state.isEmpty() ? "" : " " + state)
                + "\" above the step.";
        int major = known.capabilities().major();
        Optional<String> changed = outcome.lines().stream()
                .filter(line -> line.startsWith("ERROR:  "))
                .flatMap(line -> ChangedNames.all().hint(state, line, major).stream())
                .findFirst();
        return new Verdict.Broken(
                ErrorReport.error("the step ended in an unexpected error")
                        .detail(outcome.lines().isEmpty() ? null : String.join("\n", outcome.lines()))
                        .hint(changed.map(sentence -> sentence + "\n").orElse("") + hint)
                        .at(place(step)),
                PlaceFailure.in(outcome.lines(), List.of())
                        ? Optional.of(Drift.PLACE)
                        : changed.map(words -> ChangedNames.all().renamed(words) ? Drift.RENAMED : Drift.REMOVED),
                Optional.of(state));
    }

    private Verdict compared(ResolvedStep step, Outcome outcome, Captures captures) {
        Rules rules = rules(step.directives(), outcome);
        if (step.directives().ignore()) {
            return new Verdict.NotCompared(false, rules);
        }
        if (step.expected().lines().isEmpty()) {
            boolean silent = outcome.lines().stream().allMatch(String::isBlank);
            return silent ? new Verdict.Matched() : new Verdict.NotCompared(options.strict(), rules);
        }
        List<ExpectedLine> expected = expected(step, captures);
        Comparison comparison = compared(step, expected, outcome.lines(), rules);
        note(expected, outcome.lines(), rules);
        comparison.bindings().stream()
                .filter(binding -> LASTING.contains(binding.kind()))
                .forEach(relations::add);
        comparison.bindings().stream()
                .filter(binding -> !binding.expected().equals(binding.actual()))
                .forEach(binding -> usage.used(binding.kind()));
        return comparison instanceof Comparison.Mismatch mismatch
                ? new Verdict.Differs(
                        mismatch.diff(),
                        mismatch.notes(),
                        rules,
                        outcome.error().isPresent())
                : agreed(comparison, rules);
    }

    private Comparison compared(ResolvedStep step, List<ExpectedLine> expected, List<String> actual, Rules rules) {
        Comparison alone = Matcher.compare(expected, actual, rules);
        return alone instanceof Comparison.Mismatch
                ? below.with(step, expected, actual)
                        .map(all -> Matcher.compare(all, actual, rules))
                        .filter(longer -> !(longer instanceof Comparison.Mismatch))
                        .orElse(alone)
                : alone;
    }

    private void note(List<ExpectedLine> expected, List<String> actual, Rules rules) {
        rules.adaptations().forEach(adaptation -> usage.offered(adaptation.reason()));
        if (expected.stream().anyMatch(line -> !(line instanceof ExpectedLine.Exact))) {
            usage.matched(Matcher.patternsUsed(expected, actual, rules));
        }
    }

    /** The tolerances that were used so far. */
    UsedTolerances usage() {
        return usage;
    }

    private Verdict agreed(Comparison comparison, Rules rules) {
        if (comparison instanceof Comparison.Adapted adapted) {
            usage.granted(adapted.reasons());
            return new Verdict.Adapted(adapted.reasons().stream()
                    .map(reason -> new Verdict.Reason(reason, kind(reason, rules)))
                    .toList());
        }
        return new Verdict.Matched();
    }

    /**
     * The kind of a known difference; an additional and a missing line with the same reason are one line with another wording.
     */
    private static Drift kind(String reason, Rules rules) {
        return rules.adaptations().stream()
                .filter(adaptation -> adaptation.reason().equals(reason))
                .map(KnownDifference::drift)
                .min(Comparator.naturalOrder())
                .orElse(Drift.COSMETIC);
    }
}
