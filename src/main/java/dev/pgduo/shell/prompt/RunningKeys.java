package dev.pgduo.shell.prompt;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalInt;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;

/**
 * The keys that are pressed while a statement runs: Alt and a digit are for the pane in front, all others are typed at the next
 * prompt. Only keys that are there are read, so that no program of the system that comes later misses one. Not thread-safe.
 */
final class RunningKeys {
    private static final char ESCAPE = '\u001b';
    private static final long SEQUENCE_MILLIS = 50;

    private final Terminal terminal;
    private final ShellReader reader;
    private final InputStream keys = new FileInputStream(FileDescriptor.in);
    private final StringBuilder ahead = new StringBuilder();
    private @Nullable Attributes before;

    /** @param reader gets what is typed ahead */
    RunningKeys(Terminal terminal, ShellReader reader) {
        this.terminal = terminal;
        this.reader = reader;
    }

    /** Keys are not shown from now on, and need no Enter; Ctrl-C is a signal still. */
    void begin() {
        if (before == null) {
            before = terminal.enterRawMode();
        }
    }

    /** The terminal is as it was. */
    void pause() {
        Attributes normal = before;
        if (normal != null) {
            terminal.setAttributes(normal);
            before = null;
        }
    }

    /** The end: what was typed ahead is typed. */
    void end() {
        pause();
        if (!ahead.isEmpty()) {
            reader.typedAhead(ahead.toString());
            ahead.setLength(0);
        }
    }

    /** The digit that was pressed together with Alt, if one was. */
    OptionalInt altDigit() {
        try {
            while (before != null && keys.available() > 0) {
                int key = terminal.reader().read();
                int next = key == ESCAPE ? terminal.reader().read(SEQUENCE_MILLIS) : -1;
                if (next >= '0' && next <= '9') {
                    return OptionalInt.of(next - '0');
                }
                keep(key);
                keep(next);
            }
        } catch (IOException e) {
            // The terminal is gone, which the next prompt says.
        }
        return OptionalInt.empty();
    }

    /** Alt and this digit were pressed too early: they are typed ahead. */
    void later(int digit) {
        keep(ESCAPE);
        keep('0' + digit);
    }

    private void keep(int key) {
        if (key >= 0) {
            ahead.append((char) key);
        }
    }
}
