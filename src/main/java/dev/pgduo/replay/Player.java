package dev.pgduo.replay;

import dev.pgduo.lab.LabDesk;
import dev.pgduo.lab.Waited;
import dev.pgduo.lab.os.Naming;
import dev.pgduo.lab.os.Translation;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import dev.pgduo.transcript.Captures;
import dev.pgduo.transcript.Directive;
import dev.pgduo.transcript.Resolution;
import dev.pgduo.transcript.ResolvedStep;
import dev.pgduo.transcript.Transcript;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Plays one transcript on a lab, from its first step to its last. Used by one thread, once. */
public final class Player {
    /** After so many reads that never matched the lab is beyond hope, and the next ones are not waited for as long. */
    private static final int HOPELESS = 3;

    private static final Duration LITTLE = Duration.ofMillis(500);

    private final Transcript transcript;
    private final Naming naming;
    private final Judge judge;
    private final Attempts attempts;
    private final PlayListener listener;
    private final Set<Translation> told = EnumSet.noneOf(Translation.class);
    private Captures captures = Captures.none();
    private int exhausted;

    /**
     * A player of this transcript.
     *
     * @param desk the lab to play it on; its sessions stay open at the end
     * @param commands what runs the lines behind {@code lab> }
     */
    public Player(Transcript transcript, LabDesk desk, LabCommands commands, PlayListener listener) {
        this.transcript = transcript;
        this.listener = listener;
        this.naming = desk.naming();
        String source = transcript.text().source();
        this.judge = new Judge(source, transcript.header(), new KnownDifferences(desk.capabilities()));
        this.attempts = new Attempts(transcript.header(), desk, commands, listener::waited);
    }

    /** Plays the steps of this resolution; an interrupt stops before the next one, and the rest is skipped. */
    public PlayResult play(Resolution resolution) {
        long start = System.nanoTime();
        List<StepResult> results = new ArrayList<>();
        for (ResolvedStep step : resolution.steps()) {
            step(step).ifPresent(results::add);
        }
        return new PlayResult(transcript, resolution, results, judge.usage(), since(start));
    }

    /** Plays the next step; empty when it is one that runs nothing. After an interrupt it is skipped. */
    public Optional<StepResult> step(ResolvedStep step) {
        listener.begins(step);
        if (!step.step().governed()) {
            return Optional.empty();
        }
        StepResult result = Thread.currentThread().isInterrupted() ? skipped(step) : play(step);
        listener.ended(result);
        return Optional.of(result);
    }

    /** What has been captured so far; for {@link #back}. */
    public Captures captures() {
        return captures;
    }

    /** The lab was put back to where this had been captured; statements that were out are gone. */
    public void back(Captures then) {
        captures = then;
        attempts.forget();
    }

    private StepResult play(ResolvedStep step) {
        long start = System.nanoTime();
        Outcome outcome;
        Verdict verdict;
        try {
            Attempt attempt = attempts.of(step, captures, transcript.text().source());
            outcome = attempt.run();
            verdict = judge.judge(step, outcome, captures);
            Retry retry = new Retry(patience(step), start);
            while (verdict instanceof Verdict.Differs && outcome.repeatable() && retry.again()) {
                outcome = attempt.run();
                verdict = judge.judge(step, outcome, captures);
            }
            exhausted += verdict.failed() && retry.tries() > 0 ? 1 : 0;
            if (retry.tries() > 0) {
                listener.waited(new Waited("the output matched", since(start), !verdict.failed()));
            }
        } catch (LabException e) {
            outcome = Outcome.broken(e.report(), naming.toShown(e.report().lines()));
            verdict = new Verdict.Broken(shown(e.report(), step));
        }
        return finish(step, outcome, verdict, start);
    }

    private StepResult finish(ResolvedStep step, Outcome outcome, Verdict verdict, long start) {
        outcome.translations().stream().filter(told::add).forEach(t -> listener.note(t.note()));
        listener.printed(step.expected().prefix(), outcome.lines());
        ErrorReport missing = capture(step, outcome);
        Verdict last =
                missing == null || verdict.failed() ? verdict : new Verdict.Broken(missing.at(judge.place(step)));
        return new StepResult(step, outcome.lines(), last, since(start));
    }

    private @Nullable ErrorReport capture(ResolvedStep step, Outcome outcome) {
        for (Directive.Capture capture : step.directives().captures()) {
            String value = capture.from().find(outcome.lines()).orElse(null);
            if (value == null) {
                return ErrorReport.error("nothing to capture as \"" + capture.name() + "\"")
                        .detail("The output has no such value:\n" + String.join("\n", outcome.lines()));
            }
            captures = captures.with(capture.name(), value);
        }
        return null;
    }

    /** The report with the transcript's own paths and ports. */
    private ErrorReport shown(ErrorReport report, ResolvedStep step) {
        String detail = report.detail();
        return new ErrorReport(
                report.severity(),
                naming.toShown(report.message()),
                detail == null ? null : naming.toShown(detail),
                report.hint(),
                judge.place(step));
    }

    private StepResult skipped(ResolvedStep step) {
        return new StepResult(step, List.of(), new Verdict.Skipped("canceled"), Duration.ZERO);
    }

    private Duration patience(ResolvedStep step) {
        Directive.Eventually eventually = step.directives().eventually();
        Duration named = eventually == null ? null : eventually.within();
        Duration patience = named == null ? transcript.header().retry() : named;
        boolean hopeless = exhausted >= HOPELESS && patience.compareTo(LITTLE) > 0;
        return hopeless ? LITTLE : patience;
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
