package dev.pgduo.shell.prompt;

import java.io.IOException;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.Status;
import org.jspecify.annotations.Nullable;

/**
 * Lines at the bottom of the terminal that stay while everything else scrolls: JLine's {@link Status}, shown and changed by any
 * thread at any time.
 *
 * <p>While a line is typed, the bar is drawn under the reader's own lock; while a command runs, under this object's, which
 * everything that prints takes. The reader's lock may be held when this one is taken, never the other way round.
 */
public final class TerminalBar {
    private static final String WIDGET = "pgduo-bar";
    private static final String CLEAR = "\u001b[K";
    private static final int FEWEST_ROWS = 8;
    private static final int FEWEST_COLUMNS = 40;

    private final ShellReader reader;
    private final Terminal terminal;
    private IntFunction<List<AttributedString>> text = width -> List.of();
    private IntFunction<List<AttributedString>> above = width -> List.of();
    private List<AttributedString> shown = List.of();
    private Size drawnFor = new Size();
    private boolean typing;
    private boolean enabled;
    private @Nullable Thread away;
    private boolean lent;
    private final StringBuilder held = new StringBuilder();

    TerminalBar(ShellReader reader) {
        this.reader = reader;
        this.terminal = reader.getTerminal();
        reader.getWidgets().put(WIDGET, () -> {
            drawAroundInput();
            return true;
        });
    }

    /** Whether there is a bar; at first there is none. */
    public synchronized boolean enabled() {
        return enabled;
    }

    synchronized void enable() {
        enabled = true;
    }

    /** Shows these lines, made for the terminal's width; none takes the bar away. */
    public void show(IntFunction<List<AttributedString>> lines) {
        synchronized (this) {
            text = lines;
        }
        changed();
    }

    /** Shows these lines above the others, from now on. */
    public void above(IntFunction<List<AttributedString>> lines) {
        synchronized (this) {
            above = lines;
        }
        changed();
    }

    private void changed() {
        synchronized (this) {
            if (!typing) {
                draw();
                return;
            }
        }
        drawWhileTyping();
    }

    /** Takes the bar away. */
    public void hide() {
        show(width -> List.of());
    }

    /** Whether something else has the whole terminal, on this thread; the bar comes back afterwards, with what others printed. */
    synchronized void away(boolean now) {
        away = now ? Thread.currentThread() : null;
        draw();
        terminal.flush();
        if (!now) {
            printHeld();
        }
    }

    /** Whether programs write on the terminal, beside the bar; what others print comes afterwards. */
    synchronized void lent(boolean now) {
        lent = now;
        if (!now) {
            printHeld();
        }
    }

    private void printHeld() {
        if (!held.isEmpty()) {
            String lines = held.toString();
            held.setLength(0);
            print(lines);
        }
    }

    /** How many rows the bar takes now. */
    synchronized int rows() {
        return shown.size();
    }

    /** Writes what a program wrote, as it is. */
    synchronized void write(byte[] bytes, int from, int length) {
        try {
            terminal.writer().flush();
            terminal.output().write(bytes, from, length);
            terminal.output().flush();
        } catch (IOException e) {
            // The terminal is gone, which the next prompt says.
        }
    }

    /** A line is going to be typed, or has been. */
    synchronized void typing(boolean now) {
        typing = now;
        if (!now) {
            draw();
        }
    }

    /**
     * Prints on the terminal while nothing is typed. Each line is cleared first: where the window was made larger a moment ago, an
     * old bar may still stand.
     */
    synchronized void print(String lines) {
        if (lent || (away != null && away != Thread.currentThread())) {
            held.append(lines);
            return;
        }
        terminal.writer().print(shown.isEmpty() ? lines : CLEAR + lines.replace("\n", "\n" + CLEAR));
        terminal.writer().flush();
    }

    /** Clears the line that the cursor is on; not once a prompt may stand there, for a signal is sometimes heard late. */
    synchronized void clearLine() {
        if (!typing) {
            print("\r" + CLEAR);
        }
    }

    /** The window has another size: whatever the terminal made of the bar goes; {@link #resized()} comes next. */
    synchronized void resizing() {
        if (!shown.isEmpty()) {
            terminal.puts(Capability.clr_eos);
            lay(List.of());
            shown = List.of();
        }
    }

    /** Whether the window has another size than the bar was drawn for: its signal is on the way. */
    synchronized boolean outdated() {
        return !shown.isEmpty() && !drawnFor.equals(terminal.getSize());
    }

    /** The bar is drawn for the new size. */
    synchronized void resized() {
        draw();
        terminal.flush();
    }

    private void drawWhileTyping() {
        try {
            reader.callWidget(WIDGET);
        } catch (IllegalStateException e) {
            // The line has just been accepted: the bar is drawn when the reader has said so.
        }
    }

    /** The reader lays its own lines out anew when there are more or fewer of the bar's. */
    private synchronized void drawAroundInput() {
        if (outdated()) {
            return;
        }
        boolean moves = lines().size() != shown.size();
        if (moves) {
            reader.toFirstRow();
        }
        draw();
        if (moves) {
            reader.redisplay();
        }
    }

    private List<AttributedString> lines() {
        Size size = terminal.getSize();
        boolean fits = enabled && away == null && size.getRows() >= FEWEST_ROWS && size.getColumns() >= FEWEST_COLUMNS;
        return fits
                ? Stream.concat(above.apply(size.getColumns()).stream(), text.apply(size.getColumns()).stream())
                        .toList()
                : List.of();
    }

    private synchronized void draw() {
        if (outdated()) {
            resizing();
        }
        drawnFor = terminal.getSize();
        List<AttributedString> lines = lines();
        if (lines.equals(shown)) {
            return;
        }
        if (shown.size() == lines.size()) {
            Status.getStatus(terminal).update(lines);
        } else {
            if (lines.isEmpty()) {
                terminal.puts(Capability.clr_eos);
            } else {
                makeRoom(lines.size());
            }
            lay(lines);
        }
        shown = lines;
    }

    /** Moves what is on the lowest lines up; the cursor stays with it. */
    private void makeRoom(int lines) {
        terminal.writer().write("\u001bD".repeat(lines));
        terminal.puts(Capability.parm_up_cursor, lines);
    }

    /**
     * Shows another number of lines, and lets the rest of the screen scroll. JLine would scroll the screen by itself, also where
     * there is room; told that the terminal is one row higher than it was, it only lays out its lines.
     */
    private void lay(List<AttributedString> lines) {
        Size size = terminal.getSize();
        Status status = Status.getStatus(terminal);
        status.suspend();
        status.update(List.of());
        status.resize(new Size(size.getColumns(), size.getRows() - 1));
        status.update(lines);
        status.resize(size);
        status.restore();
    }
}
