package dev.pgduo.transcript.foreign;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Divides one block of output among the statements before it. */
final class OutputSplit {
    private static final Set<String> TABLES =
            Set.of("select", "show", "explain", "values", "table", "with", "fetch", "call", "execute");
    private static final Map<String, String> TAGS = Map.of("start", "BEGIN", "end", "COMMIT", "abort", "ROLLBACK");

    private final List<List<String>> units = new ArrayList<>();
    private List<String> unit = new ArrayList<>();

    private OutputSplit(List<String> output) {
        for (int i = 0; i < output.size(); ) {
            i = read(output, i);
        }
        close();
    }

    /** Divides the output; returns false when that is not possible, and the last statement gets all of it. */
    static boolean deal(List<ForeignStep> steps, List<String> output) {
        ForeignStep last = steps.get(steps.size() - 1);
        if (steps.size() == 1 || output.stream().allMatch(String::isBlank)) {
            last.output(output);
            return true;
        }
        List<List<String>> units = new OutputSplit(output).units;
        if (units.size() == steps.size()) {
            for (int i = 0; i < units.size(); i++) {
                steps.get(i).output(units.get(i));
            }
            return true;
        }
        int next = 0;
        List<List<String>> dealt = new ArrayList<>();
        for (ForeignStep step : steps) {
            boolean fits = next < units.size() && fits(step, units.get(next));
            dealt.add(fits ? units.get(next++) : List.of());
        }
        boolean all = next == units.size();
        for (int i = 0; all && i < steps.size(); i++) {
            steps.get(i).output(dealt.get(i));
        }
        if (!all) {
            last.output(output);
        }
        return all;
    }

    private static boolean fits(ForeignStep step, List<String> unit) {
        String verb = step.text().strip().split("[\\s;(]", 2)[0].toLowerCase(Locale.ROOT);
        String last = unit.get(unit.size() - 1).strip();
        boolean tag = LineLooks.tag(last);
        if (tag) {
            String expected = TAGS.getOrDefault(verb, verb.toUpperCase(Locale.ROOT));
            return last.startsWith(expected) || (last.equals("ROLLBACK") && expected.equals("COMMIT"));
        }
        boolean error = unit.stream().anyMatch(line -> line.matches("(?:ERROR|ОШИБКА):.*"));
        return error
                || TABLES.contains(verb)
                || verb.startsWith("\\")
                || step.text().matches("(?is).*\\breturning\\b.*");
    }

    private int read(List<String> output, int at) {
        String line = output.get(at);
        boolean header = at + 1 < output.size() && LineLooks.rule(output.get(at + 1)) && !LineLooks.rule(line);
        if (header || line.startsWith("-[ ")) {
            return table(output, at);
        }
        if (!line.isBlank()) {
            unit.add(line);
        }
        boolean more = at + 1 < output.size()
                && output.get(at + 1).matches("(?:LINE|HINT|DETAIL|CONTEXT|STATEMENT|\\s+\\^).*");
        boolean error = unit.stream().anyMatch(each -> each.matches("(?:ERROR|ОШИБКА):.*"));
        if (LineLooks.tag(line) || (error && !more)) {
            close();
        }
        return at + 1;
    }

    private int table(List<String> output, int from) {
        int at = from;
        while (at < output.size() && !output.get(at).isBlank() && !LineLooks.footer(output.get(at))) {
            unit.add(output.get(at++));
            if (at > from + 2
                    && LineLooks.tag(output.get(at - 1))
                    && !output.get(at - 1).contains("|")) {
                unit.remove(unit.size() - 1);
                close();
                return at - 1;
            }
        }
        if (at < output.size() && LineLooks.footer(output.get(at))) {
            unit.add(output.get(at++));
        }
        close();
        return at;
    }

    private void close() {
        if (!unit.isEmpty()) {
            units.add(unit);
            unit = new ArrayList<>();
        }
    }
}
