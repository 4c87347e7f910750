package dev.pgduo.shell.screen;

import dev.pgduo.report.LineBreaks;
import dev.pgduo.report.TerminalText;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntSupplier;
import java.util.function.UnaryOperator;
import org.jline.utils.AttributedString;

/**
 * The one place that prints: prompts with what was typed, and output, in the layout of a lab file. Everything that is shown
 * is also given, without colours, to the {@linkplain #listen(TextSink) listeners}. Thread-safe: output that comes late, while a
 * person types, is printed above the line that is being typed (the sink sees to that).
 */
public final class Screen {
    private static final int USUAL_WIDTH = 80;
    private static final int FEWEST = 20;
    private static final String REMARK = "-- ";

    private final TextSink sink;
    private final Palette palette;
    private final List<TextSink> listeners = new CopyOnWriteArrayList<>();
    private final List<Late> held = new ArrayList<>();
    private Block last = Block.NONE;
    private Block lastButOne = Block.NONE;
    private boolean atPrompt;
    private boolean separated;
    private boolean running;
    private volatile IntSupplier width = () -> 0;
    private volatile UnaryOperator<String> gutter = UnaryOperator.identity();
    private volatile UnaryOperator<String> names = UnaryOperator.identity();

    /** What was shown last, which decides whether a blank line comes next. */
    private record Block(String prompt, boolean session) {
        static final Block NONE = new Block("", false);
    }

    /** Output that waits until the running statement has ended. */
    private record Late(String margin, List<String> lines, Runnable shown) {}

    public Screen(TextSink sink, Palette palette) {
        this.sink = sink;
        this.palette = palette;
    }

    /** Colours for this screen. */
    public Palette palette() {
        return palette;
    }

    /** How wide the terminal is from now on. */
    public void width(IntSupplier columns) {
        width = columns;
    }

    /** How many columns there are; 80 when nobody knows. */
    public int width() {
        int columns = width.getAsInt();
        return columns > 0 ? columns : USUAL_WIDTH;
    }

    /** How many columns there are; 0 when nobody knows. */
    public int columns() {
        return Math.max(0, width.getAsInt());
    }

    /** Paints the margins of sessions from now on; the text must stay the same. The answer is what painted them until now. */
    public UnaryOperator<String> gutter(UnaryOperator<String> painter) {
        UnaryOperator<String> before = gutter;
        gutter = painter;
        return before;
    }

    /** Gives what is printed from now on these names; given them twice, it is as given them once. The answer is what did so until now. */
    public UnaryOperator<String> names(UnaryOperator<String> naming) {
        UnaryOperator<String> before = names;
        names = naming;
        return before;
    }

    /** A margin as it is shown. */
    public String margin(String margin) {
        return margin.isEmpty() || palette == Palette.PLAIN ? margin : gutter.apply(margin);
    }

    /** Gives {@code listener} everything that is shown from now on: the text of a lab file. */
    public void listen(TextSink listener) {
        listeners.add(listener);
    }

    /** Stops what {@link #listen} started. */
    public void unlisten(TextSink listener) {
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
        Block above = atPrompt ? lastButOne : last;
        Block next = new Block(margin + prompt.strip(), !margin.isEmpty());
        boolean blank =
                !above.prompt().isEmpty() && (above.session() || !above.prompt().equals(next.prompt()));
        if (blank && !(atPrompt && separated)) {
            show("\n", "\n");
        }
        separated = blank || (atPrompt && separated);
        lastButOne = above;
        last = next;
        atPrompt = true;
    }

    /** What was typed, prompts and margins included, where the terminal has not echoed it already. */
    public synchronized void typed(List<PromptLine> lines) {
        atPrompt = false;
        for (PromptLine line : lines) {
            String text = TerminalText.shown(line.text());
            show(
                    margin(line.margin()) + palette.prompt(line.prompt()) + text + "\n",
                    line.margin() + line.prompt() + text + "\n");
        }
    }

    /** What was typed where the terminal shows it already: only listeners are told. */
    public synchronized void echoed(List<PromptLine> lines) {
        atPrompt = false;
        lines.forEach(l -> tell(l.margin() + l.prompt() + TerminalText.shown(l.text()) + "\n"));
    }

    /** One line of output. */
    public synchronized void line(String margin, String real) {
        atPrompt = false;
        String text = names.apply(real);
        show(margin(margin) + palette.line(text) + "\n", margin + palette.guarded(text) + "\n");
    }

    /** One line of output that a program has written on the terminal itself: only listeners are told. */
    public synchronized void seen(String text) {
        atPrompt = false;
        tell(text + "\n");
    }

    /** Writes lines over those that were written last; only the terminal is told, because only it can forget. */
    synchronized void instead(List<String> over, List<String> lines) {
        StringBuilder text = new StringBuilder();
        int columns = width();
        int rows = over.stream().mapToInt(line -> rows(line, columns)).sum();
        if (rows > 0) {
            String up = "\u001b[" + rows + "A";
            text.append(up).append("\u001b[K\n".repeat(rows)).append(up);
        }
        lines.forEach(line -> text.append(line).append('\n'));
        sink.print(text.toString());
    }

    private static int rows(String line, int columns) {
        int length = AttributedString.fromAnsi(line).columnLength();
        return Math.max(1, (length + columns - 1) / columns);
    }

    /** A remark of pgduo's own, which no lab file repeats; broken between words for a terminal. */
    public synchronized void remark(String margin, String text) {
        StringBuilder lines = new StringBuilder();
        for (String line : LineBreaks.of(names.apply(text), room(margin))) {
            lines.append(margin(margin)).append(palette.remark(REMARK + line)).append('\n');
        }
        sink.print(lines.toString());
    }

    private int room(String margin) {
        int columns = width.getAsInt();
        return columns > 0 ? Math.max(FEWEST, columns - margin.length() - REMARK.length()) : Integer.MAX_VALUE;
    }

    /**
     * What an earlier statement of a session printed when it came back: a block of its own, above the line that is being typed;
     * while something else runs it waits for that to end.
     *
     * @param shown is called when the block is on the screen
     */
    public synchronized void late(String margin, List<String> lines, Runnable shown) {
        Late block = new Late(margin, lines.stream().map(names).toList(), shown);
        if (running) {
            held.add(block);
        } else {
            show(block);
        }
    }

    /** A statement or command begins; what comes late is held back until {@link #ended()}. */
    public synchronized void began() {
        running = true;
    }

    /** The statement or command has ended. */
    public synchronized void ended() {
        running = false;
        held.forEach(this::show);
        held.clear();
    }

    private void show(Late block) {
        StringBuilder coloured = new StringBuilder();
        StringBuilder plain = new StringBuilder();
        for (String line : block.lines()) {
            coloured.append(margin(block.margin())).append(palette.line(line)).append('\n');
            plain.append(block.margin()).append(palette.guarded(line)).append('\n');
        }
        String before = atPrompt ? "" : "\n";
        String after = atPrompt ? "\n" : "";
        show(before + coloured + after, before + plain + after);
        last = atPrompt ? last : new Block(block.margin(), true);
        block.shown().run();
    }

    /** A writer that prints each line it is given behind {@code margin}; closing it prints an unfinished line too. */
    public PrintWriter writer(String margin) {
        return new PrintWriter(new LineWriter(text -> line(margin, text)), false);
    }

    /** A line of input as a lab file shows it. */
    public record PromptLine(String margin, String prompt, String text) {}

    private void show(String coloured, String plain) {
        sink.print(coloured);
        tell(plain);
    }

    private void tell(String plain) {
        listeners.forEach(l -> l.print(plain));
    }
}
