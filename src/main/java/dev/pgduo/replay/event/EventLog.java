package dev.pgduo.replay.event;

import dev.pgduo.lab.Lab;
import dev.pgduo.lab.Waited;
import dev.pgduo.replay.PlayListener;
import dev.pgduo.replay.StepResult;
import dev.pgduo.transcript.model.BlockPrefix;
import dev.pgduo.transcript.model.Captures;
import dev.pgduo.transcript.model.ResolvedStep;
import dev.pgduo.transcript.model.Transcript;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes events of a play, with the nodes' states after each step, and passes everything on to another listener. */
public final class EventLog implements PlayListener {
    private final PlayListener next;
    private final Transcript transcript;
    private final LabEvents events;
    private final Lab lab;
    private final Consumer<Event> log;
    private final long start = System.nanoTime();
    private @Nullable Event last;

    /**
     * A log of one play.
     *
     * @param lab the lab whose state is read after each step
     * @param log receives the events
     */
    public EventLog(PlayListener next, Transcript transcript, Lab lab, Consumer<Event> log) {
        this.next = next;
        this.transcript = transcript;
        this.events = new LabEvents(transcript);
        this.lab = lab;
        this.log = log;
    }

    private long at() {
        return (System.nanoTime() - start) / 1_000_000;
    }

    @Override
    public void begins(ResolvedStep step, Captures captures) {
        next.begins(step, captures);
        if (last == null) {
            last = events.begins(lab.binaries().version());
            log.accept(last.with("server", lab.binaries().version().toString())
                    .with("time", Instant.now().toString()));
        }
        List<Event> typed = events.typed(step, captures, at());
        typed.forEach(log);
        if (step.step().governed()) {
            last = typed.isEmpty() ? events.untyped(step, at()) : typed.get(0);
        }
    }

    @Override
    public void printing(BlockPrefix prefix, String line) {
        next.printing(prefix, line);
    }

    @Override
    public void printed(BlockPrefix prefix, List<String> lines) {
        next.printed(prefix, lines);
        Event of = last;
        if (of != null && !lines.isEmpty()) {
            log.accept(LabEvents.printed(of, prefix, lines, at()));
        }
    }

    @Override
    public void waited(Waited wait) {
        next.waited(wait);
        log.accept(Event.told(Event.Kind.WAITED, line(), List.of(wait.line()), at()));
    }

    @Override
    public void note(String text) {
        next.note(text);
        log.accept(Event.told(Event.Kind.REMARK, line(), List.of(text), at()));
    }

    @Override
    public void ended(StepResult result) {
        next.ended(result);
        Event ended = Event.told(Event.Kind.ENDED, result.step().step().span().first(), List.of(), at())
                .with("verdict", result.verdict().accept(VerdictWord.IN_A_LOG))
                .with("seconds", seconds(result.elapsed().toMillis()));
        log.accept(NodesNow.of(lab, ended));
    }

    /** Makes events of what a person types on the lab between the steps, in the same log. */
    public TypedEvents typing() {
        return new TypedEvents(transcript.header(), events.panes(), () -> Optional.of(lab), this::at, log);
    }

    /** The play has ended. */
    public void finished() {
        log.accept(finished(at()));
    }

    static Event finished(long at) {
        return Event.told(Event.Kind.FINISHED, 0, List.of(), at).with("seconds", seconds(at));
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.3f", millis / 1e3);
    }

    private int line() {
        Event of = last;
        return of == null ? 0 : of.line();
    }
}
