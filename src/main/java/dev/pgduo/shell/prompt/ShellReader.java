package dev.pgduo.shell.prompt;

import java.io.IOException;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.InfoCmp.Capability;
import org.jspecify.annotations.Nullable;

/** The line reader; it reports when a prompt is first shown, and redraws the status bar after a change of the window's size. */
final class ShellReader extends LineReaderImpl {
    private final TerminalBar bar;
    private final TypedAhead ahead = new TypedAhead();
    private Runnable shown = () -> {};

    ShellReader(Terminal terminal) throws IOException {
        super(terminal, "pgduo");
        this.bar = new TerminalBar(this);
    }

    /** Adds keys that were typed before the prompt was shown. */
    void typedAhead(String keys) {
        ahead.add(keys);
    }

    @Override
    public Binding readBinding(KeyMap<Binding> keys, @Nullable KeyMap<Binding> local) {
        if (!ahead.isEmpty()) {
            runMacro(ahead.next());
        }
        return super.readBinding(keys, local);
    }

    TerminalBar bar() {
        return bar;
    }

    /** Sets the action for the time when a prompt is first shown; it is run on the loop's thread. */
    void whenShown(Runnable action) {
        shown = action;
    }

    @Override
    protected void redisplay(boolean flush) {
        super.redisplay(flush);
        Runnable action = shown;
        shown = () -> {};
        action.run();
    }

    /** Prints above the line that is being typed; otherwise typing does not begin until it is printed. */
    void printLines(String lines) {
        lock.lock();
        try {
            if (reading) {
                printAbove(lines);
            } else {
                bar.print(lines);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Redraws the typed text from its first row on, where the terminal has wrapped it at its new width. */
    void toFirstRow() {
        int columns = terminal.getWidth();
        if (columns > 0 && reading) {
            int rows = -1;
            for (String line : buf.upToCursor().split("\n", -1)) {
                rows += 1 + (prompt.columnLength() + new AttributedString(line).columnLength()) / columns;
            }
            terminal.puts(Capability.carriage_return);
            if (rows > 0) {
                terminal.puts(Capability.parm_up_cursor, rows);
            }
            terminal.puts(Capability.clr_eos);
        }
    }

    @Override
    protected synchronized void handleSignal(Terminal.Signal signal) {
        if (signal != Terminal.Signal.WINCH) {
            super.handleSignal(signal);
            return;
        }
        lock.lock();
        try {
            // The terminal may report the same size twice.
            boolean known = size.equals(terminal.getBufferSize()) && !bar.outdated();
            if (!known) {
                toFirstRow();
                bar.resizing();
                bar.resized();
            }
            // A line that was accepted meanwhile is not drawn again.
            if (reading && !known && size.equals(terminal.getBufferSize())) {
                // The prompt began after the window had changed: the reader already has the new size, but its row has
                // been cleared and must be drawn again.
                redrawLine();
                redisplay();
            } else if (reading) {
                super.handleSignal(signal);
            }
        } finally {
            lock.unlock();
        }
    }
}
