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
 * Reads the keys that are pressed while a statement runs: Alt and a digit change the pane in front, all others are typed at the
 * next prompt. It reads only keys that are available, so that a program that is started later misses none. Not thread-safe.
 */
final class RunningKeys {
    private static final char ESCAPE = '\u001b';
    private static final long SEQUENCE_MILLIS = 50;

    private final Terminal terminal;
    private final ShellReader reader;
    private final InputStream keys = new FileInputStream(FileDescriptor.in);
    private final StringBuilder ahead = new StringBuilder();
    private @Nullable Attributes before;

    /** @param reader gets the keys for the next prompt */
    RunningKeys(Terminal terminal, ShellReader reader) {
        this.terminal = terminal;
        this.reader = reader;
    }

    /** From now on keys are not echoed and need no Enter; Ctrl-C is still a signal. */
    void begin() {
        if (before == null) {
            before = terminal.enterRawMode();
        }
    }

    /** Restores the terminal's state for a while. */
    void pause() {
        Attributes normal = before;
        if (normal != null) {
            terminal.setAttributes(normal);
            before = null;
        }
    }

    /** Ends reading, and passes the other keys to the next prompt. */
    void end() {
        pause();
        if (!ahead.isEmpty()) {
            reader.typedAhead(ahead.toString());
            ahead.setLength(0);
        }
    }

    /** The digit that was pressed together with Alt, if any. */
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
            // The terminal has been closed, which the next prompt reports.
        }
        return OptionalInt.empty();
    }

    /** Keeps Alt and this digit, which were pressed too early, for the next prompt. */
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
