package dev.pgduo.shell.screen;

import java.io.IOException;
import java.io.InterruptedIOException;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.utils.NonBlockingReader;
import org.jline.utils.WCWidth;
import org.jspecify.annotations.Nullable;

/**
 * Reads a line that a person types as an answer, with or without echo; it is neither kept in a history nor logged. Used once.
 */
public final class LineQuestion {
    private static final int CTRL_C = 3;
    private static final int CTRL_D = 4;
    private static final int BACKSPACE = 8;
    private static final int KILL = 21;
    private static final int ESCAPE = 27;
    private static final int DELETE = 127;
    private static final long SEQUENCE_MILLIS = 50;

    private final Terminal terminal;
    private final boolean secret;
    private final StringBuilder typed = new StringBuilder();

    /** @param secret whether the line is typed without echo */
    public LineQuestion(Terminal terminal, boolean secret) {
        this.terminal = terminal;
        this.secret = secret;
    }

    /**
     * The line after the prompt, without Enter; null for Ctrl-D or a terminal that was closed.
     *
     * @throws InterruptedIOException after Ctrl-C
     */
    public @Nullable String ask(String prompt) throws IOException {
        Attributes before = terminal.enterRawMode();
        try {
            Attributes raw = terminal.getAttributes();
            raw.setLocalFlag(Attributes.LocalFlag.ISIG, false);
            terminal.setAttributes(raw);
            terminal.writer().print(prompt);
            terminal.flush();
            boolean whole = read(terminal.reader());
            terminal.writer().println();
            terminal.flush();
            return whole ? typed.toString() : null;
        } finally {
            terminal.setAttributes(before);
        }
    }

    private boolean read(NonBlockingReader keys) throws IOException {
        while (true) {
            int key = keys.read();
            switch (key) {
                case '\r', '\n' -> {
                    return true;
                }
                case CTRL_C -> {
                    terminal.writer().println("^C");
                    throw new InterruptedIOException();
                }
                case BACKSPACE, DELETE -> eraseLast();
                case KILL -> {
                    while (!typed.isEmpty()) {
                        eraseLast();
                    }
                }
                case ESCAPE -> skipSequence(keys);
                default -> {
                    if (key < 0 || (key == CTRL_D && typed.isEmpty())) {
                        return false;
                    }
                    type((char) key);
                }
            }
            terminal.flush();
        }
    }

    private void type(char key) {
        if (!Character.isISOControl(key)) {
            typed.append(key);
            if (!secret) {
                terminal.writer().print(key);
            }
        }
    }

    private void eraseLast() {
        if (!typed.isEmpty()) {
            int last = typed.codePointBefore(typed.length());
            typed.setLength(typed.length() - Character.charCount(last));
            if (!secret) {
                terminal.writer().print("\b \b".repeat(Math.max(0, WCWidth.wcwidth(last))));
            }
        }
    }

    /** Ignores an arrow or another key without a meaning here. */
    private static void skipSequence(NonBlockingReader keys) throws IOException {
        int key = keys.read(SEQUENCE_MILLIS);
        if (key == '[' || key == 'O') {
            do {
                key = keys.read(SEQUENCE_MILLIS);
            } while (key >= 0 && (key < '@' || key > '~'));
        }
    }
}
