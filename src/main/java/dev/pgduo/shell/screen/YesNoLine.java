package dev.pgduo.shell.screen;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Asks a yes-or-no question on a terminal without a prompt; it is answered by a line.
 *
 * @param in the typed text
 * @param out the output for the question
 */
public record YesNoLine(Reader in, PrintWriter out) implements Predicate<String> {
    /** Asks until the answer is y or n; the end of the input means no. */
    @Override
    public boolean test(String question) {
        try {
            while (true) {
                out.print(question + " (y/n) ");
                out.flush();
                String answer = line();
                if (answer == null) {
                    out.println();
                    return false;
                }
                if (answer.matches("y(es)?|no?")) {
                    return answer.startsWith("y");
                }
            }
        } catch (IOException e) {
            return false;
        }
    }

    /** The next line in lower case; null at the end of the input. */
    private @Nullable String line() throws IOException {
        String line = AnswerLine.read(in);
        return line == null ? null : line.strip().toLowerCase(Locale.ROOT);
    }
}
