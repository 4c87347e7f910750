package dev.pgduo.shell.prompt;

import java.io.IOException;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.InfoCmp.Capability;
import org.jspecify.annotations.Nullable;

/** The line reader; it says when a prompt is first seen, and takes the bar out of the way of a new window size. */
final class ShellReader extends LineReaderImpl {
    private final TerminalBar bar;
    private final TypedAhead ahead = new TypedAhead();
    private Runnable shown = () -> {};

    ShellReader(Terminal terminal) throws IOException {
        super(terminal, "pgduo");
        this.bar = new TerminalBar(this);
    }

    /** What was typed before the prompt came. */
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

    /** What is done when a prompt is on the screen for the first time; on the loop's thread. */
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

    /** Prints above what is being typed; where nothing is, typing does not begin until it is printed. */
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

    /** What is typed is written anew from its first row on, as the terminal has laid it out at its new width. */
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
            // The terminal may say it twice.
            boolean known = size.equals(terminal.getBufferSize()) && !bar.outdated();
            if (!known) {
                toFirstRow();
                bar.resizing();
                bar.resized();
            }
            // A line that was accepted meanwhile is not shown once more.
            if (reading && !known && size.equals(terminal.getBufferSize())) {
                // A prompt that began after the window had changed: its reader has nothing new to learn, but its row is
                // cleared.
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
