package dev.pgduo.shell.stage;

import dev.pgduo.shell.screen.TerminalGoneException;
import java.io.IOException;
import java.util.OptionalInt;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.utils.NonBlockingReader;

/**
 * Reads the keys of the presenter or the student. Between {@link #open()} and {@link #close()} the terminal does not echo them.
 */
public final class Keys {
    private static final int EOF = -1;
    private static final int TIMEOUT = -2;
    private static final int ESCAPE = 27;
    /** The time in which the rest of a key's escape sequence arrives. */
    private static final long SEQUENCE_MILLIS = 50;

    private final Terminal terminal;
    private Attributes before = new Attributes();

    public Keys(Terminal terminal) {
        this.terminal = terminal;
    }

    public void open() {
        before = terminal.enterRawMode();
        interrupts(false);
    }

    public void close() {
        terminal.setAttributes(before);
    }

    /** Sets whether Ctrl-C is an interrupt; otherwise it is a key. */
    public void interrupts(boolean wanted) {
        Attributes now = terminal.getAttributes();
        now.setLocalFlag(Attributes.LocalFlag.ISIG, wanted);
        terminal.setAttributes(now);
    }

    /** Runs work that Ctrl-C interrupts; keys that are pressed meanwhile are discarded. */
    public void during(Runnable work) {
        interrupts(true);
        try {
            work.run();
        } finally {
            interrupts(false);
            Thread.interrupted();
            drain();
        }
    }

    /** Waits for a key, for this time at most. */
    public Key read(long millis) {
        return press(key(Math.max(1, millis)));
    }

    /** Waits for a key without a limit. */
    public Key await() {
        return press(key(0));
    }

    private Key press(int key) {
        return switch (key) {
            case TIMEOUT -> Key.NONE;
            case EOF, 3, 4, 'q', 'Q' -> Key.LEAVE;
            case '\r', '\n', ' ', 'n', 'N' -> Key.NEXT;
            case 'p', 'P' -> Key.BACK;
            case 'g', 'G' -> Key.SECTIONS;
            case '?', 'h' -> Key.HELP;
            case 'y', 'Y' -> Key.YES;
            case ESCAPE -> sequence();
            default -> Key.OTHER;
        };
    }

    /** Reads the rest of an escape sequence: Escape alone, or an arrow. */
    private Key sequence() {
        int next = key(SEQUENCE_MILLIS);
        if (next == TIMEOUT) {
            return Key.PROMPT;
        }
        int last = next == '[' || next == 'O' ? key(SEQUENCE_MILLIS) : next;
        while (Character.isDigit(last) || last == ';') {
            last = key(SEQUENCE_MILLIS);
        }
        return switch (last) {
            case 'C', 'B' -> Key.NEXT;
            case 'D', 'A' -> Key.BACK;
            default -> Key.OTHER;
        };
    }

    /** Discards keys that were pressed already. */
    public void drain() {
        while (key(1) >= 0) {
            // The keys are not used.
        }
    }

    /** Reads a number, which is echoed and ended by Enter; empty for other input. */
    public OptionalInt number() {
        StringBuilder digits = new StringBuilder();
        while (true) {
            int key = key(0);
            if (Character.isDigit(key) && digits.length() < 4) {
                digits.append((char) key);
                terminal.writer().print((char) key);
                terminal.flush();
            } else {
                boolean entered = (key == '\r' || key == '\n') && !digits.isEmpty();
                return entered ? OptionalInt.of(Integer.parseInt(digits.toString())) : OptionalInt.empty();
            }
        }
    }

    /** @param millis the timeout; 0 for none */
    private int key(long millis) {
        NonBlockingReader reader = terminal.reader();
        try {
            return reader.read(millis);
        } catch (IOException e) {
            throw new TerminalGoneException(e);
        }
    }
}
