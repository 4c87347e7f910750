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
 * Lines at the bottom of the terminal that stay while the rest scrolls: JLine's {@link Status}, which any thread can show and
 * change at any time.
 *
 * <p>While a line is typed, the bar is drawn with the reader's own lock held; while a command runs, with this object's lock,
 * which all printing needs. A thread that holds the reader's lock may take this one, but never the other way round.
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

    /** Whether the bar is enabled; initially it is not. */
    public synchronized boolean enabled() {
        return enabled;
    }

    synchronized void enable() {
        enabled = true;
    }

    /** Shows these lines, made for the terminal's width; an empty list removes the bar. */
    public void show(IntFunction<List<AttributedString>> lines) {
        synchronized (this) {
            text = lines;
        }
        changed();
    }

    /** Shows these lines above the others from now on. */
    public void above(IntFunction<List<AttributedString>> lines) {
        synchronized (this) {
            above = lines;
        }
        changed();
    }

    private void changed() {
        try {
            if (!drawn()) {
                reader.callWidget(WIDGET);
            }
        } catch (IllegalStateException e) {
            // The line was accepted just now, and the bar is drawn when the reader has reported that; or the terminal
            // is closed, because the program is ending.
        }
    }

    /** Draws the bar, unless a line is being typed; returns whether it has done so. */
    private synchronized boolean drawn() {
        if (!typing) {
            draw();
        }
        return !typing;
    }

    /** Removes the bar. */
    public void hide() {
        show(width -> List.of());
    }

    /** Removes the bar for ever, because the program is ending. */
    synchronized void end() {
        enabled = false;
        draw();
        terminal.flush();
    }

    /**
     * Sets whether this thread uses the whole terminal; when it ends, the bar is drawn again, and text that others printed
     * meanwhile is shown.
     */
    synchronized void away(boolean now) {
        away = now ? Thread.currentThread() : null;
        draw();
        terminal.flush();
        if (!now) {
            printHeld();
        }
    }

    /** Sets whether programs write on the terminal above the bar; text that others print is shown afterwards. */
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

    /** The number of rows that the bar has now. */
    synchronized int rows() {
        return shown.size();
    }

    /** Writes a program's output unchanged. */
    synchronized void write(byte[] bytes, int from, int length) {
        try {
            terminal.writer().flush();
            terminal.output().write(bytes, from, length);
            terminal.output().flush();
        } catch (IOException e) {
            // The terminal has been closed, which the next prompt reports.
        }
    }

    /** Sets whether a line is being typed. */
    synchronized void typing(boolean now) {
        typing = now;
        if (!now) {
            draw();
        }
    }

    /**
     * Prints while no line is typed. Each line is cleared first, because after the window was enlarged the remains of an old
     * bar may be there.
     */
    synchronized void print(String lines) {
        if (lent || (away != null && away != Thread.currentThread())) {
            held.append(lines);
            return;
        }
        terminal.writer().print(shown.isEmpty() ? lines : CLEAR + lines.replace("\n", "\n" + CLEAR));
        terminal.writer().flush();
    }

    /**
     * Clears the line with the cursor; not while a line is typed, because a signal may arrive when the prompt is shown already.
     */
    synchronized void clearLine() {
        if (!typing) {
            print("\r" + CLEAR);
        }
    }

    /** Removes the bar because the window's size is changing; {@link #resized()} is called next. */
    synchronized void resizing() {
        if (!shown.isEmpty()) {
            terminal.puts(Capability.clr_eos);
            lay(List.of());
            shown = List.of();
        }
    }

    /** Whether the window's size differs from the one that the bar was drawn for; its signal has not arrived yet. */
    synchronized boolean outdated() {
        return !shown.isEmpty() && !drawnFor.equals(terminal.getSize());
    }

    /** Draws the bar for the new size. */
    synchronized void resized() {
        draw();
        terminal.flush();
    }

    /** Draws the bar while a line is typed; the reader redraws its own lines when the bar's number of lines changes. */
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

    /** Moves the lowest lines up, with the cursor. */
    private void makeRoom(int lines) {
        terminal.writer().write("\u001bD".repeat(lines));
        terminal.puts(Capability.parm_up_cursor, lines);
    }

    /**
     * Draws another number of lines, and lets the rest of the screen scroll. JLine would scroll the screen even where there is
     * room; when it believes that the terminal is one row higher, it only draws its lines.
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
