package dev.pgduo.shell.pane;

import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.lab.os.Naming;
import dev.pgduo.replay.event.TypedEvents;
import dev.pgduo.shell.prompt.RecordingListener;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** Passes what happens at the prompts on as events. Safe for use by several threads. */
public final class EventJournal implements RecordingListener {
    private final TypedEvents events;
    private final Supplier<Naming> naming;

    /** @param naming the present shown names for paths and ports */
    public EventJournal(TypedEvents events, Supplier<Naming> naming) {
        this.events = events;
        this.naming = naming;
    }

    @Override
    public boolean open() {
        return true;
    }

    @Override
    public synchronized void lab(String command, List<String> output) {
        events.lab(shown(command), shown(output));
    }

    @Override
    public synchronized void os(String prompt, String line, List<String> output) {
        Naming names = naming.get();
        Arrays.stream(NodeName.values())
                .filter(node -> names.prompt(node).equals(prompt.strip()))
                .findFirst()
                .ifPresent(node -> events.os(node.toString(), names.toShown(line), names.toShown(output)));
    }

    @Override
    public synchronized void opened(int session, String psql) {
        events.opened(session, shown(psql));
    }

    @Override
    public synchronized void sql(int session, String input, List<String> output) {
        events.sql(session, shown(input), shown(output));
    }

    @Override
    public synchronized void canceled(int session, String input) {
        events.remark("a statement of session " + session + " was canceled: " + shown(input));
    }

    @Override
    public synchronized void asked(int session, String input) {
        events.remark("session " + session + " asked for an answer: " + shown(input));
    }

    @Override
    public synchronized void late(int session, List<String> output) {
        events.late(session, shown(output));
    }

    private String shown(String text) {
        return naming.get().toShown(text);
    }

    private List<String> shown(List<String> lines) {
        return naming.get().toShown(lines);
    }
}
