package dev.pgduo.replay.event;

import dev.pgduo.transcript.model.BlockPrefix;
import dev.pgduo.transcript.model.Directive;
import dev.pgduo.transcript.model.ExpectedLine;
import dev.pgduo.transcript.model.Resolution;
import dev.pgduo.transcript.model.ResolvedStep;
import dev.pgduo.transcript.model.Step;
import dev.pgduo.transcript.model.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The events of a lab: told by its file alone, as if it had been played and had printed what the file expects; or one by one. */
public final class LabEvents {
    private final Transcript transcript;
    private final Panes panes;

    LabEvents(Transcript transcript) {
        this.transcript = transcript;
        this.panes = new Panes(transcript.header());
    }

    /** All of the file, for the server that it is resolved for. */
    public static List<Event> of(Transcript transcript, Resolution resolution) {
        LabEvents reader = new LabEvents(transcript);
        List<Event> events = new ArrayList<>(List.of(reader.begins()));
        for (ResolvedStep step : resolution.steps()) {
            List<Event> typed = reader.typed(step, transcript.typed(step), 0);
            events.addAll(typed);
            List<String> expected =
                    step.expected().lines().stream().map(ExpectedLine::written).toList();
            if (step.step().governed() && !expected.isEmpty()) {
                Event last = typed.isEmpty() ? reader.untyped(step, 0) : typed.get(typed.size() - 1);
                events.add(printed(last, step.expected().prefix(), expected, 0));
            }
        }
        return events;
    }

    Event begins() {
        return Event.told(Event.Kind.LAB, 0, List.of(), 0)
                .with("file", transcript.text().source())
                .with(
                        "title",
                        transcript
                                .header()
                                .shownTitle()
                                .orElse(transcript.text().source()))
                .with("language", transcript.header().run().variant().language());
    }

    /** What a step tells, or has a person type; nothing for blank lines and directives. */
    List<Event> typed(ResolvedStep step, List<String> lines, long at) {
        int line = step.step().span().first();
        if (step.step() instanceof Step.Heading heading) {
            return List.of(Event.told(Event.Kind.HEADING, line, List.of(heading.title()), at));
        }
        if (step.step() instanceof Step.Prose prose) {
            return List.of(Event.told(Event.Kind.PROSE, line, prose.lines(), at));
        }
        if (step.step() instanceof Step.DirectiveLine directive
                && directive.directive() instanceof Directive.Note note) {
            return List.of(Event.told(Event.Kind.NOTE, line, List.of(note.text()), at));
        }
        if (!step.step().runs()) {
            return List.of();
        }
        BlockPrefix prefix = step.expected().prefix();
        List<String> bare = lines.stream()
                .map(each -> Optional.ofNullable(prefix.strip(each)).orElse(each))
                .toList();
        return List.of(new Event(Event.Kind.TYPED, line, panes.of(step.step()), prefix.text(), bare, at, Map.of()));
    }

    /** An event of a step that nothing is typed for: what an earlier statement prints later. */
    Event untyped(ResolvedStep step, long at) {
        return new Event(
                Event.Kind.TYPED,
                step.step().span().first(),
                step.step().runs() ? Pane.NONE : panes.of(step.step()),
                "",
                List.of(),
                at,
                Map.of("late", "true"));
    }

    static Event printed(Event typed, BlockPrefix prefix, List<String> lines, long at) {
        return new Event(Event.Kind.PRINTED, typed.line(), typed.pane(), prefix.text(), lines, at, typed.facts());
    }
}
