package dev.pgduo.shell.screen;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/**
 * A line that is asked for on a terminal where no prompt is. What is typed is seen, so that nothing secret can be asked for.
 *
 * @param in what is typed
 * @param out where the question goes
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

    /** The next line, no character more than that; null at the end. */
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
