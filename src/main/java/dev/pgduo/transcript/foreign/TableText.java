package dev.pgduo.transcript.foreign;

import java.util.ArrayList;
import java.util.List;

/** Completes psql's output: the number of rows, and the blank line after a table. */
final class TableText {
    private TableText() {}

    /** The output with blank lines after its tables. */
    static List<String> ended(List<String> output) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < output.size(); i++) {
            String line = output.get(i);
            lines.add(line);
            boolean last = i + 1 == output.size();
            if (LineLooks.footer(line) && (last || !output.get(i + 1).isBlank())) {
                lines.add("");
            } else if (last && records(output)) {
                lines.add("");
            }
        }
        return lines;
    }

    private static boolean records(List<String> output) {
        return output.get(0).startsWith("-[ ") && output.stream().noneMatch(LineLooks::footer);
    }

    /** The output of a query with the number of rows, where that is missing. */
    static List<String> counted(List<String> output) {
        boolean table = output.size() > 1
                && LineLooks.rule(output.get(1))
                && output.get(1).contains("-")
                && !output.get(0).startsWith("-[ ")
                && output.stream().noneMatch(LineLooks::footer)
                && output.stream()
                        .noneMatch(
                                line -> line.isBlank() || line.stripTrailing().endsWith("+") || LineLooks.tag(line));
        if (!table) {
            return output;
        }
        List<String> lines = new ArrayList<>(output);
        int rows = output.size() - 2;
        lines.add("(" + rows + (rows == 1 ? " row)" : " rows)"));
        return lines;
    }
}
