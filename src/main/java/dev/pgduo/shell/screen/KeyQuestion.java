package dev.pgduo.shell.screen;

import java.io.IOError;
import java.io.IOException;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;

/** Asks a question on a terminal that is answered by one key. */
public final class KeyQuestion {
    private static final int CTRL_C = 3;
    private static final int CTRL_D = 4;
    private static final int ESCAPE = 27;

    private final Terminal terminal;

    public KeyQuestion(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * Asks until a key is an answer, and shows the key.
     *
     * @param keys the answers in lower case; Enter stands for the first one
     * @param none the answer for Ctrl-C, Ctrl-D, Esc, and for a terminal that was closed
     */
    public char ask(String text, String keys, char none) {
        Attributes before = terminal.enterRawMode();
        try {
            Attributes raw = terminal.getAttributes();
            raw.setLocalFlag(Attributes.LocalFlag.ISIG, false);
            terminal.setAttributes(raw);
            // The question is printed only when keys are read, so that a key pressed in reaction to it is not lost.
            terminal.writer().print(text + " ");
            terminal.flush();
            char answer = key(keys, none);
            terminal.writer().println(answer);
            terminal.flush();
            return answer;
        } finally {
            terminal.setAttributes(before);
        }
    }

    private char key(String keys, char none) {
        try {
            while (true) {
                int key = terminal.reader().read();
                if (key < 0 || key == CTRL_C || key == CTRL_D || key == ESCAPE) {
                    return none;
                }
                if (key == '\r' || key == '\n') {
                    return keys.charAt(0);
                }
                if (keys.indexOf(Character.toLowerCase(key)) >= 0) {
                    return (char) Character.toLowerCase(key);
                }
            }
        } catch (IOException | IOError e) {
            return none;
        }
    }
}
