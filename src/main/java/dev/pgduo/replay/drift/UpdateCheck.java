package dev.pgduo.replay.drift;

import dev.pgduo.replay.StepResult;
import dev.pgduo.replay.TranscriptUpdate;
import dev.pgduo.replay.Verdict;
import dev.pgduo.replay.compare.Matcher;
import dev.pgduo.replay.compare.Rules;
import dev.pgduo.transcript.Directive;
import dev.pgduo.transcript.Directives;
import dev.pgduo.transcript.ExpectedLine;
import dev.pgduo.transcript.ParseResult;
import dev.pgduo.transcript.ResolvedStep;
import dev.pgduo.transcript.Transcript;
import java.util.List;

/** Whether a text that was written reads back as what it was meant to be. */
final class UpdateCheck {
    private final ParseResult parsed;
    private final TranscriptUpdate manner;

    UpdateCheck(String text, TranscriptUpdate manner) {
        this.parsed = Transcript.read(text, "update");
        this.manner = manner;
    }

    /** Whether the same steps apply to this server, and each expects what it printed, or what it expected before. */
    boolean holds(Played played) {
        if (!parsed.reports().isEmpty()) {
            return false;
        }
        List<ResolvedStep> now = parsed.orThrow().resolve(played.environment()).steps().stream()
                .filter(step -> step.step().governed())
                .toList();
        List<StepResult> results = played.result().results();
        if (now.size() != results.size()) {
            return false;
        }
        for (int i = 0; i < now.size(); i++) {
            if (!holds(now.get(i), results.get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean holds(ResolvedStep now, StepResult before) {
        if (!governed(now).equals(governed(before.step()))) {
            return false;
        }
        boolean same = written(now).equals(written(before.step()));
        if (same || manner.rewritten(before).isEmpty()) {
            return same;
        }
        Rules rules = before.verdict() instanceof Verdict.Differs differs ? differs.rules() : Rules.standard();
        return Matcher.compare(now.expected().lines(), before.actual(), rules).accepted();
    }

    /** What is said about a step, wherever its captures stand. */
    private static Directives governed(ResolvedStep step) {
        Directives all = step.directives();
        return new Directives(
                all.expectError(),
                all.unordered(),
                all.ignore(),
                all.eventually(),
                all.noCatchup(),
                all.captures().stream()
                        .map(capture -> new Directive.Capture(0, capture.name(), capture.from()))
                        .toList());
    }

    private static List<String> written(ResolvedStep step) {
        return step.expected().lines().stream().map(ExpectedLine::written).toList();
    }
}
