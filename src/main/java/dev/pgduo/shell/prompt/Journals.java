package dev.pgduo.shell.prompt;

import java.util.List;
import java.util.function.Consumer;

/** Passes what happens at the prompts on to several listeners. */
public record Journals(List<RecordingListener> listeners) implements RecordingListener {
    public Journals {
        listeners = List.copyOf(listeners);
    }

    @Override
    public boolean open() {
        return listeners.stream().anyMatch(RecordingListener::open);
    }

    @Override
    public void lab(String command, List<String> output) {
        tell(each -> each.lab(command, output));
    }

    @Override
    public void os(String prompt, String line, List<String> output) {
        tell(each -> each.os(prompt, line, output));
    }

    @Override
    public void opened(int session, String psql) {
        tell(each -> each.opened(session, psql));
    }

    @Override
    public void sql(int session, String input, List<String> output) {
        tell(each -> each.sql(session, input, output));
    }

    @Override
    public void canceled(int session, String input) {
        tell(each -> each.canceled(session, input));
    }

    @Override
    public void asked(int session, String input) {
        tell(each -> each.asked(session, input));
    }

    @Override
    public void late(int session, List<String> output) {
        tell(each -> each.late(session, output));
    }

    private void tell(Consumer<RecordingListener> what) {
        listeners.stream().filter(RecordingListener::open).forEach(what);
    }
}
