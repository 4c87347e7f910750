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
 * Prints prompts, typed text and output in the layout of a lab file. Everything that is shown is also passed on, without
 * colours, to the {@linkplain #listen(TextSink) listeners}. Thread-safe: output that arrives while a person types is printed
 * above the typed line, by the sink.
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

    /** The last block of output, which decides whether a blank line comes next. */
    private record Block(String prompt, boolean session) {
        static final Block NONE = new Block("", false);
    }

    /** Output that waits for the end of the running statement. */
    private record Late(String margin, List<String> lines, Runnable shown) {}

    public Screen(TextSink sink, Palette palette) {
        this.sink = sink;
        this.palette = palette;
    }

    /** The colours of this screen. */
    public Palette palette() {
        return palette;
    }

    /** Sets the terminal's width. */
    public void width(IntSupplier columns) {
        width = columns;
    }

    /** The width in columns; 80 when it is not known. */
    public int width() {
        int columns = width.getAsInt();
        return columns > 0 ? columns : USUAL_WIDTH;
    }

    /** The width in columns; 0 when it is not known. */
    public int columns() {
        return Math.max(0, width.getAsInt());
    }

    /** Sets how margins of sessions are coloured from now on; the text must not change. Returns the former painter. */
    public UnaryOperator<String> gutter(UnaryOperator<String> painter) {
        UnaryOperator<String> before = gutter;
        gutter = painter;
        return before;
    }

    /**
     * Sets the function that replaces real names in output by the shown ones from now on; to apply it twice must have no
     * further effect. Returns the former function.
     */
    public UnaryOperator<String> names(UnaryOperator<String> naming) {
        UnaryOperator<String> before = names;
        names = naming;
        return before;
    }

    /** The margin with its colour. */
    public String margin(String margin) {
        return margin.isEmpty() || palette == Palette.PLAIN ? margin : gutter.apply(margin);
    }

    /** Passes everything that is shown from now on to {@code listener}: the text of a lab file. */
    public void listen(TextSink listener) {
        listeners.add(listener);
    }

    /** Undoes {@link #listen}. */
    public void unlisten(TextSink listener) {
        listeners.remove(listener);
    }

    /**
     * Prints a blank line before the next prompt if necessary: around sessions and between different panes, but not between two
     * commands at the same prompt of a node.
     *
     * @param margin the next pane's margin; empty unless the pane is a session
     * @param prompt the next pane's prompt
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

    /** Prints typed lines with prompts and margins, when the terminal has not echoed them. */
    public synchronized void typed(List<PromptLine> lines) {
        atPrompt = false;
        for (PromptLine line : lines) {
            String text = TerminalText.shown(line.text());
            show(
                    margin(line.margin()) + palette.prompt(line.prompt()) + text + "\n",
                    line.margin() + line.prompt() + text + "\n");
        }
    }

    /** Passes typed lines that the terminal has echoed on to the listeners only. */
    public synchronized void echoed(List<PromptLine> lines) {
        atPrompt = false;
        lines.forEach(l -> tell(l.margin() + l.prompt() + TerminalText.shown(l.text()) + "\n"));
    }

    /** Prints one line of output. */
    public synchronized void line(String margin, String real) {
        atPrompt = false;
        String text = names.apply(real);
        show(margin(margin) + palette.line(text) + "\n", margin + palette.guarded(text) + "\n");
    }

    /** Passes a line of output that a program has written on the terminal itself on to the listeners only. */
    public synchronized void seen(String text) {
        atPrompt = false;
        tell(text + "\n");
    }

    /** Replaces the lines that were written last on the terminal; listeners do not get them. */
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

    /** Prints a remark of pgduo's own, which is not part of a lab file; it is wrapped between words. */
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
     * Prints the output of an earlier statement that was blocked and has ended: a block of its own, above the line that is
     * being typed. While another statement runs, the output waits for its end.
     *
     * @param shown called when the block was printed
     */
    public synchronized void late(String margin, List<String> lines, Runnable shown) {
        Late block = new Late(margin, lines.stream().map(names).toList(), shown);
        if (running) {
            held.add(block);
        } else {
            show(block);
        }
    }

    /** A statement or command begins; late output is held back until {@link #ended()}. */
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

    /** A writer that prints each complete line with {@code margin}; closing it prints an unfinished line, too. */
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
