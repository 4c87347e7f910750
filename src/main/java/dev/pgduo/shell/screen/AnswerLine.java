package dev.pgduo.shell.screen;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a line on a terminal without a prompt. What is typed is visible, so secrets cannot be asked for.
 *
 * @param in the typed text
 * @param out the output for the question
 */
public record AnswerLine(Reader in, PrintWriter out) implements Asker.Lines {
    @Override
    public @Nullable String ask(String prompt, boolean secret) throws IOException {
        if (secret) {
            return null;
        }
        out.print(prompt);
        out.flush();
        return read(in);
    }

    /** Reads the next line and not a character more; null at the end of the input. */
    static @Nullable String read(Reader in) throws IOException {
        StringBuilder line = new StringBuilder();
        int c = in.read();
        if (c < 0) {
            return null;
        }
        while (c >= 0 && c != '\n') {
            line.append((char) c);
            c = in.read();
        }
        return line.toString();
    }
}
