package dev.pgduo.replay.event;

import dev.pgduo.transcript.model.BlockPrefix;
import dev.pgduo.transcript.model.Captures;
import dev.pgduo.transcript.model.Directive;
import dev.pgduo.transcript.model.ExpectedLine;
import dev.pgduo.transcript.model.Header;
import dev.pgduo.transcript.model.NodeHeader;
import dev.pgduo.transcript.model.Resolution;
import dev.pgduo.transcript.model.ResolvedStep;
import dev.pgduo.transcript.model.Step;
import dev.pgduo.transcript.model.Transcript;
import dev.pgduo.version.ServerVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The events of a lab: from its file alone, as if it had been played with the expected output; or one by one. */
public final class LabEvents {
    private final Transcript transcript;
    private final Panes panes;

    LabEvents(Transcript transcript) {
        this.transcript = transcript;
        this.panes = new Panes(transcript.header());
    }

    /** The events of the whole file for a server. Values of {@code %set} are inserted, captured ones are not known. */
    public static List<Event> of(Transcript transcript, Resolution resolution) {
        LabEvents reader = new LabEvents(transcript);
        List<Event> events =
                new ArrayList<>(List.of(reader.begins(resolution.environment().pg())));
        Captures known = Captures.none();
        for (ResolvedStep step : resolution.steps()) {
            if (step.step() instanceof Step.DirectiveLine line && line.directive() instanceof Directive.Set set) {
                known = known.with(set.name(), reader.value(set, known));
            }
            Captures values = known;
            List<Event> typed = reader.typed(step, values, 0);
            events.addAll(typed);
            List<String> expected = step.expected().lines().stream()
                    .map(ExpectedLine::written)
                    .map(values::shown)
                    .toList();
            if (step.step().governed() && !expected.isEmpty()) {
                Event last = typed.isEmpty() ? reader.untyped(step, 0) : typed.get(typed.size() - 1);
                events.add(printed(last, step.expected().prefix(), expected, 0));
            }
        }
        return events;
    }

    private String value(Directive.Set set, Captures known) {
        return transcript.header().run().variant().values().getOrDefault(set.name(), known.shown(set.value()));
    }

    /**
     * The first event.
     *
     * @param server the server of the play
     */
    Event begins(ServerVersion server) {
        Header header = transcript.header();
        return lab(
                        header,
                        transcript.text().source(),
                        header.shownTitle().orElse(transcript.text().source()))
                .with("major", server.majorName());
    }

    /** The event for the begin of a lab with this title. */
    static Event lab(Header header, String file, String title) {
        Event lab = Event.told(Event.Kind.LAB, 0, List.of(), 0)
                .with("file", file)
                .with("title", title)
                .with("language", header.run().variant().language());
        for (NodeHeader node : header.nodes()) {
            lab = lab.with(node.name() + ".prompt", node.prompt())
                    .with(node.name() + ".port", String.valueOf(node.port()));
            Map<String, List<String>> paths = new TreeMap<>();
            node.paths()
                    .forEach(alias -> paths.computeIfAbsent(
                                    node.name() + "." + alias.place().name().toLowerCase(Locale.ROOT),
                                    any -> new ArrayList<>())
                            .add(alias.path()));
            for (Map.Entry<String, List<String>> place : paths.entrySet()) {
                lab = lab.with(place.getKey(), String.join(":", place.getValue()));
            }
        }
        return lab;
    }

    /** The events for the text or input of a step; none for blank lines and directives. */
    List<Event> typed(ResolvedStep step, Captures values, long at) {
        List<String> lines = transcript.typed(step).stream()
                .map(line -> step.step().governed() ? values.shown(line) : line)
                .toList();
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
        return List.of(new Event(Event.Kind.TYPED, line, panes.of(step.step()), prefix.text(), bare, at, Map.of())
                .with("input", values.shown(input(step.step()))));
    }

    /** The panes of its steps. */
    Panes panes() {
        return panes;
    }

    /** The typed text without prompts. */
    private static String input(Step step) {
        if (step instanceof Step.SqlInput sql) {
            return sql.input();
        }
        if (step instanceof Step.OsCommand os) {
            return os.command();
        }
        if (step instanceof Step.SessionOpen open) {
            return open.command();
        }
        return step instanceof Step.LabCommand lab ? lab.command() : "";
    }

    /** The event for a step without input: the late output of an earlier statement. */
    Event untyped(ResolvedStep step, long at) {
        return new Event(
                Event.Kind.TYPED,
                step.step().span().first(),
                step.step().runs() ? EventPane.NONE : panes.of(step.step()),
                "",
                List.of(),
                at,
                Map.of("late", "true"));
    }

    static Event printed(Event typed, BlockPrefix prefix, List<String> lines, long at) {
        return new Event(Event.Kind.PRINTED, typed.line(), typed.pane(), prefix.text(), lines, at, late(typed));
    }

    private static Map<String, String> late(Event typed) {
        return typed.fact("late").isEmpty() ? Map.of() : Map.of("late", typed.fact("late"));
    }
}
