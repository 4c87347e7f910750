package dev.pgduo.replay;

import dev.pgduo.lab.Waited;
import dev.pgduo.lab.os.Translation;
import dev.pgduo.lab.session.LabSessions;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import dev.pgduo.transcript.model.Captures;
import dev.pgduo.transcript.model.Directive;
import dev.pgduo.transcript.model.Resolution;
import dev.pgduo.transcript.model.ResolvedStep;
import dev.pgduo.transcript.model.Step;
import dev.pgduo.transcript.model.Transcript;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Plays one lab file on a lab, from its first step to its last. Used by one thread, once. */
public final class Player {
    /** After this many reads that never matched, later reads are not repeated for as long. */
    private static final int HOPELESS = 3;

    private static final Duration LITTLE = Duration.ofMillis(500);

    private final LabSessions desk;
    private final Transcript transcript;
    private final Judge judge;
    private final Attempts attempts;
    private final PlayListener listener;
    private final Set<Translation> told = EnumSet.noneOf(Translation.class);
    private Captures captures = Captures.none();
    private final PlayOptions options;
    private int exhausted;

    /** The line of the first step that failed and on which later ones depend; 0 when there is none. */
    private int failedAt;

    /**
     * A player of this lab file.
     *
     * @param desk the lab's sessions, which stay open at the end
     * @param host the environment of the play
     */
    public Player(Transcript transcript, LabSessions desk, PlayHost host) {
        this.desk = desk;
        this.transcript = transcript;
        this.listener = host.listener();
        this.options = host.options();
        this.judge = new Judge(transcript, new KnownDifferences(desk.capabilities()), host.options());
        this.attempts = new Attempts(transcript.header(), desk, host.commands(), listener);
    }

    /** The lab's title in the language in which it is played. */
    public String title() {
        return transcript.header().shownTitle().orElse(transcript.text().source());
    }

    /** Plays the steps of this resolution; after an interrupt the remaining ones are skipped. */
    public PlayResult play(Resolution resolution) {
        return play(resolution, step -> false, result -> false);
    }

    /**
     * Plays the steps up to a condition.
     *
     * @param before whether the play ends before this step
     * @param after whether the play ends after this result
     */
    public PlayResult play(Resolution resolution, Predicate<ResolvedStep> before, Predicate<StepResult> after) {
        long start = System.nanoTime();
        List<StepResult> results = new ArrayList<>();
        boolean goOn = true;
        for (int i = 0; i < resolution.steps().size() && goOn; i++) {
            ResolvedStep step = resolution.steps().get(i);
            goOn = !(step.step().governed() && before.test(step));
            Optional<StepResult> result = goOn ? step(step) : Optional.empty();
            result.ifPresent(results::add);
            goOn = goOn && result.filter(after).isEmpty();
        }
        return new PlayResult(transcript, resolution, results, judge.usage(), since(start));
    }

    /** Plays the next step; empty when it runs nothing. After an interrupt it is skipped. */
    public Optional<StepResult> step(ResolvedStep step) {
        boolean canceled = Thread.currentThread().isInterrupted();
        boolean over = failedAt > 0 && options.failFast();
        if (!canceled) {
            listener.begins(step, captures);
        }
        if (step.step() instanceof Step.DirectiveLine line
                && line.directive() instanceof Directive.Set set
                && !canceled) {
            set(set, line.span().first());
        }
        if (!step.step().governed()) {
            return Optional.empty();
        }
        StepResult result = canceled
                ? skipped(step, "canceled")
                : over
                        ? skipped(step, "the step in line " + transcript.text().ownLine(failedAt) + " failed")
                        : play(step);
        boolean matters = result.verdict().breaksLater()
                || (options.failFast() && result.verdict().failed());
        if (failedAt == 0 && matters) {
            failedAt = step.step().span().first();
        }
        listener.ended(result);
        return Optional.of(result);
    }

    /** Registers a step that was played earlier, for the values and settings that it defines. */
    public void skipped(ResolvedStep step) {
        if (step.step().governed()) {
            judge.next(step);
        }
    }

    /** The tolerances that the comparisons used so far. */
    public UsedTolerances usage() {
        return judge.usage();
    }

    /** The values that were captured so far; for {@link #back}. */
    public Captures captures() {
        return captures;
    }

    /** The lab was restored to a state with these captured values; statements that were waiting then are lost. */
    public void back(Captures then) {
        captures = then;
        attempts.forget();
    }

    /** Sets a variable of the lab; a value from the command line takes precedence. */
    private void set(Directive.Set set, int line) {
        String own = captures.expand(set.value(), transcript.text().source(), line);
        captures = captures.with(
                set.name(), transcript.header().run().variant().values().getOrDefault(set.name(), own));
    }

    private StepResult play(ResolvedStep step) {
        long start = System.nanoTime();
        Outcome outcome;
        Verdict verdict;
        try {
            judge.next(step);
            Attempt attempt = attempts.of(step, captures, transcript.text().source());
            outcome = attempt.run();
            verdict = judge.judge(step, outcome, captures);
            Retry retry = new Retry(patience(step), start);
            boolean demanded = step.directives().eventually() != null;
            while (again(step, verdict, outcome, demanded) && retry.again()) {
                outcome = attempt.run();
                verdict = judge.judge(step, outcome, captures);
            }
            verdict = demanded && !outcome.repeatable() ? withNote(verdict) : verdict;
            exhausted += verdict.failed() && retry.tries() > 0 ? 1 : 0;
            if (retry.tries() > 0) {
                listener.waited(new Waited("the output matched", since(start), !verdict.failed()));
            }
        } catch (LabException e) {
            outcome =
                    Outcome.broken(e.report(), desk.naming().toShown(e.report().lines()));
            verdict = new Verdict.Broken(shown(e.report(), step));
        }
        return finish(step, outcome, verdict, start);
    }

    private static Verdict withNote(Verdict verdict) {
        return verdict instanceof Verdict.Differs differs
                ? differs.with("The step is not repeated, because it may change data.")
                : verdict;
    }

    /**
     * Whether a step is tried again: with {@code %eventually} when its output differs and it can be repeated; otherwise when a
     * wait may make its output match.
     */
    private static boolean again(ResolvedStep step, Verdict verdict, Outcome outcome, boolean demanded) {
        return demanded
                ? verdict instanceof Verdict.Differs && outcome.repeatable()
                : Reads.mayComeRight(step.step(), verdict, outcome);
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

    /** The report with the lab file's paths and ports. */
    private ErrorReport shown(ErrorReport report, ResolvedStep step) {
        String detail = report.detail();
        return new ErrorReport(
                report.severity(),
                desk.naming().toShown(report.message()),
                detail == null ? null : desk.naming().toShown(detail),
                report.hint(),
                judge.place(step));
    }

    private static StepResult skipped(ResolvedStep step, String reason) {
        return new StepResult(step, List.of(), new Verdict.Skipped(reason), Duration.ZERO);
    }

    private Duration patience(ResolvedStep step) {
        Directive.Eventually eventually = step.directives().eventually();
        Duration named = eventually == null ? null : eventually.within();
        Duration usual = options.retry().orElse(transcript.header().retry());
        Duration patience = named == null ? usual : named;
        boolean hopeless = exhausted >= HOPELESS || failedAt > 0;
        return hopeless && patience.compareTo(LITTLE) > 0 ? LITTLE : patience;
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
