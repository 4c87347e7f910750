package dev.pgduo.replay.event;

import dev.pgduo.lab.Lab;
import dev.pgduo.transcript.model.BlockPrefix;
import dev.pgduo.transcript.model.Header;
import dev.pgduo.transcript.model.NodeHeader;
import dev.pgduo.transcript.write.TranscriptBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Makes events of what a person types at the prompts and of its output, in the layout of a lab file. Not thread-safe. */
public final class TypedEvents {
    private final Header header;
    private final Panes panes;
    private final Supplier<Optional<Lab>> lab;
    private final LongSupplier at;
    private final Consumer<Event> log;

    TypedEvents(Header header, Panes panes, Supplier<Optional<Lab>> lab, LongSupplier at, Consumer<Event> log) {
        this.header = header;
        this.panes = panes;
        this.lab = lab;
        this.at = at;
        this.log = log;
    }

    /**
     * Begins a log.
     *
     * @param title the title of a document that may be made of it
     * @param lab the lab, while there is one
     * @param log receives the events
     */
    public static TypedEvents begin(String title, Supplier<Optional<Lab>> lab, Consumer<Event> log) {
        long start = System.nanoTime();
        Header header = Header.defaults();
        Event first =
                LabEvents.lab(header, title, title).with("time", Instant.now().toString());
        log.accept(lab.get()
                .map(there -> there.binaries().version())
                .map(server -> first.with("server", server.toString()).with("major", server.majorName()))
                .orElse(first));
        return new TypedEvents(header, new Panes(header), lab, () -> (System.nanoTime() - start) / 1_000_000, log);
    }

    /** A command of the lab and its output. */
    public void lab(String command, List<String> output) {
        step(EventPane.LAB, BlockPrefix.NONE, builder().lab(command, List.of()), command, output);
    }

    /** A line at the prompt of this node's shell, {@code a} or {@code b}, and its output. */
    public void os(String node, String line, List<String> output) {
        NodeHeader shown = header.node(node).orElseThrow();
        step(EventPane.os(node), BlockPrefix.NONE, builder().os(shown, line, List.of()), line, output);
    }

    /** A line that opened a session. */
    public void opened(int session, String psql) {
        BlockPrefix prefix = TranscriptBuilder.prefix(session);
        typed(panes.opened(session, psql), prefix, builder().open(session, psql), psql);
    }

    /** A statement and its output until the prompt came back. */
    public void sql(int session, String input, List<String> output) {
        BlockPrefix prefix = TranscriptBuilder.prefix(session);
        step(panes.session(session), prefix, builder().sql(session, input, List.of()), input, output);
    }

    /** The output of an earlier statement that was blocked and has ended. */
    public void late(int session, List<String> output) {
        BlockPrefix prefix = TranscriptBuilder.prefix(session);
        printed(panes.session(session), prefix, output, Map.of("late", "true"));
    }

    /** A remark for the reader. */
    public void remark(String text) {
        log.accept(Event.told(Event.Kind.REMARK, 0, List.of(text), at.getAsLong()));
    }

    /** The log ends. */
    public void finished() {
        log.accept(EventLog.finished(at.getAsLong()));
    }

    private TranscriptBuilder builder() {
        return new TranscriptBuilder(header, "");
    }

    private void step(EventPane pane, BlockPrefix prefix, TranscriptBuilder typed, String input, List<String> output) {
        typed(pane, prefix, typed, input);
        printed(pane, prefix, output, Map.of());
        Event ended = Event.told(Event.Kind.ENDED, 0, List.of(), at.getAsLong());
        log.accept(lab.get().map(there -> NodesNow.of(there, ended)).orElse(ended));
    }

    private void typed(EventPane pane, BlockPrefix prefix, TranscriptBuilder typed, String input) {
        List<String> lines = typed.text()
                .lines()
                .map(line -> Objects.requireNonNullElse(prefix.strip(line), line))
                .toList();
        log.accept(new Event(Event.Kind.TYPED, 0, pane, prefix.text(), lines, at.getAsLong(), Map.of("input", input)));
    }

    private void printed(EventPane pane, BlockPrefix prefix, List<String> output, Map<String, String> facts) {
        if (!output.isEmpty()) {
            log.accept(new Event(Event.Kind.PRINTED, 0, pane, prefix.text(), output, at.getAsLong(), facts));
        }
    }
}
