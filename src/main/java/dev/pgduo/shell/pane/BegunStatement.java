package dev.pgduo.shell.pane;

import java.util.ArrayList;
import java.util.List;

/**
 * A statement whose first lines were sent to the session already, because backslash commands were typed between its lines. A
 * recording has it as one step. For the prompt's thread.
 */
final class BegunStatement {
    private final StringBuilder input = new StringBuilder();
    private final List<String> output = new ArrayList<>();

    /** Adds lines that were typed, and the output after them. */
    void add(String lines, List<String> printed) {
        input.append(lines).append('\n');
        output.addAll(printed);
    }

    /** The whole input, ending with these lines. */
    String input(String last) {
        return input + last;
    }

    /** The whole output, ending with these lines. */
    List<String> output(List<String> last) {
        List<String> all = new ArrayList<>(output);
        all.addAll(last);
        return all;
    }

    /** Forgets the statement, because it was sent or discarded. */
    void clear() {
        input.setLength(0);
        output.clear();
    }
}
