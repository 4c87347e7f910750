package dev.pgduo.shell.pane;

import java.util.ArrayList;
import java.util.List;

/**
 * What has been run of a statement that is not whole yet, as its backslash commands were typed between its lines: a recording has it
 * as one step. For the prompt's thread.
 */
final class BegunStatement {
    private final StringBuilder input = new StringBuilder();
    private final List<String> output = new ArrayList<>();

    /** It goes on: these lines were typed, and this is what was printed after them. */
    void add(String lines, List<String> printed) {
        input.append(lines).append('\n');
        output.addAll(printed);
    }

    /** All that was typed of it, with these last lines. */
    String input(String last) {
        return input + last;
    }

    /** All that was printed, with what came last. */
    List<String> output(List<String> last) {
        List<String> all = new ArrayList<>(output);
        all.addAll(last);
        return all;
    }

    /** It has been sent, or given up. */
    void clear() {
        input.setLength(0);
        output.clear();
    }
}
