package dev.pgduo.replay.drift;

import dev.pgduo.replay.StepResult;
import dev.pgduo.replay.TranscriptUpdate;
import dev.pgduo.replay.compare.Matcher;
import dev.pgduo.transcript.model.Directive;
import dev.pgduo.transcript.model.Directives;
import dev.pgduo.transcript.model.ExpectedLine;
import dev.pgduo.transcript.model.ParseResult;
import dev.pgduo.transcript.model.ResolvedStep;
import dev.pgduo.transcript.read.TranscriptReader;
import java.util.List;

/** Checks that an updated text means what it should. */
final class UpdateCheck {
    private final ParseResult parsed;
    private final TranscriptUpdate manner;

    UpdateCheck(String text, TranscriptUpdate manner) {
        this.parsed = TranscriptReader.read(text, "update");
        this.manner = manner;
    }

    /** Whether the same steps apply to this server, and each expects its actual output, or what it expected before. */
    boolean holds(Played played) {
        if (!parsed.reports().isEmpty()) {
            return false;
        }
        List<ResolvedStep> now = parsed.orThrow().resolve(played.environment()).steps().stream()
                .filter(step -> step.step().governed())
                .toList();
        List<StepResult> results = played.result().results();
        if (now.size() != resolved(played)) {
            return false;
        }
        for (int i = 0; i < results.size(); i++) {
            if (!holds(now.get(i), results.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** The number of steps; a play may have ended earlier. */
    private static long resolved(Played played) {
        return played.result().resolution().steps().stream()
                .filter(step -> step.step().governed())
                .count();
    }

    private boolean holds(ResolvedStep now, StepResult before) {
        Directives old = governed(before.step());
        boolean announced = manner.announcement(before)
                .map(old::with)
                .filter(governed(now)::equals)
                .isPresent();
        if (!announced && !governed(now).equals(old)) {
            return false;
        }
        boolean same = written(now).equals(written(before.step()));
        if (same || manner.rewritten(before).isEmpty()) {
            return same;
        }
        return Matcher.compare(
                        now.expected().lines(),
                        before.actual(),
                        before.verdict().rules())
                .accepted();
    }

    /** The directives of a step, without the line numbers of its captures, for comparison. */
    private static Directives governed(ResolvedStep step) {
        Directives all = step.directives();
        return all.withCaptures(all.captures().stream()
                .map(capture -> new Directive.Capture(0, capture.name(), capture.from()))
                .toList());
    }

    private static List<String> written(ResolvedStep step) {
        return step.expected().lines().stream().map(ExpectedLine::written).toList();
    }
}
