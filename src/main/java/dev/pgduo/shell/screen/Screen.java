package dev.pgduo.shell.screen;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The one place that prints: prompts with what was typed, and output, in the layout of a transcript. Everything that is shown
 * is also given, without colours, to the {@linkplain #listen(Sink) listeners}. Thread-safe: output that comes late, while a
 * person types, is printed above the line that is being typed (the sink sees to that).
 */
public final class Screen {
    private final Sink sink;
    private final Palette palette;
    private final List<Sink> listeners = new CopyOnWriteArrayList<>();
    private Block last = Block.NONE;

    /** What was shown last, which decides whether a blank line comes next. */
    private record Block(String prompt, boolean session) {
        static final Block NONE = new Block("", false);
    }

    public Screen(Sink sink, Palette palette) {
        this.sink = sink;
        this.palette = palette;
    }

    /** Colours for this screen. */
    public Palette palette() {
        return palette;
    }

    /** Gives {@code listener} everything that is shown from now on: the text of a transcript. */
    public void listen(Sink listener) {
        listeners.add(listener);
    }

    /** Stops what {@link #listen} started. */
    public void unlisten(Sink listener) {
        listeners.remove(listener);
    }

    /**
     * Separates the next prompt from what stands above it: a blank line around sessions and between different panes, none
     * between two commands in a row at the same prompt of a node.
     *
     * @param margin of the pane that comes next; a session has one
     * @param prompt of the pane that comes next
     */
    public synchronized void beforePrompt(String margin, String prompt) {
        Block next = new Block(margin + prompt.strip(), !margin.isEmpty());
        boolean blank =
                !last.prompt().isEmpty() && (last.session() || !last.prompt().equals(next.prompt()));
        last = next;
        if (blank) {
            show("\n", "\n");
        }
    }

    /** What was typed, prompts and margins included, where the terminal has not echoed it already. */
    public synchronized void typed(List<PromptLine> lines) {
        lines.forEach(l -> show(
                l.margin() + palette.prompt(l.prompt()) + l.text() + "\n", l.margin() + l.prompt() + l.text() + "\n"));
    }

    /** What was typed where the terminal shows it already: only listeners are told. */
    public synchronized void echoed(List<PromptLine> lines) {
        lines.forEach(l -> tell(l.margin() + l.prompt() + l.text() + "\n"));
    }

    /** One line of output. */
    public synchronized void line(String margin, String text) {
        show(margin + palette.line(text) + "\n", margin + text + "\n");
    }

    /** A writer that prints each line it is given behind {@code margin}; closing it prints an unfinished line too. */
    public PrintWriter writer(String margin) {
        return new PrintWriter(new MarginWriter(this, margin), false);
    }

    /** A line of input as a transcript shows it. */
    public record PromptLine(String margin, String prompt, String text) {}

    private void show(String coloured, String plain) {
        sink.print(coloured);
        tell(plain);
    }

    private void tell(String plain) {
        listeners.forEach(l -> l.print(plain));
    }
}
