package dev.pgduo.session.describe;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Selects the lines of a query file that are included under the circumstances. */
final class QueryWriter {
    private static final String NOTE = "--: ";
    private static final String LINE = "--? ";

    private final Circumstances in;
    private final StringBuilder sql = new StringBuilder();
    private final Map<String, List<String>> notes = new LinkedHashMap<>();

    /** Whether lines are included, one element for each open {@code if}. */
    private final Deque<Boolean> open = new ArrayDeque<>();

    private boolean wanted = true;

    QueryWriter(Circumstances in) {
        this.in = in;
    }

    Query query() {
        return new Query(sql.toString().strip(), notes, wanted, in.flags().contains("expanded"), in.psql());
    }

    void line(String line) {
        if (!wanted || notes.containsKey("refuse")) {
            return;
        }
        if (line.startsWith(NOTE)) {
            String[] words = line.substring(NOTE.length()).split(" ", 2);
            directive(words[0], words.length == 1 ? "" : words[1]);
        } else if (!open.contains(false)) {
            text(line);
        }
    }

    private void text(String line) {
        if (!line.startsWith(LINE)) {
            append(line);
            return;
        }
        int colon = line.indexOf(" : ");
        if (in.holds(line.substring(LINE.length(), colon))) {
            append(line.substring(colon + 3));
        }
    }

    private void append(String line) {
        sql.append(in.fill(line)).append('\n');
    }

    private void directive(String name, String rest) {
        switch (name) {
            case "if" -> open.push(in.holds(rest));
            case "else" -> open.push(!open.pop());
            case "end" -> open.pop();
            default -> {
                if (!open.contains(false)) {
                    note(name, rest);
                }
            }
        }
    }

    private void note(String name, String rest) {
        switch (name) {
            case "when" -> wanted &= in.holds(rest);
            case "match" -> {
                List<String> fields = List.of(rest.split(" \\| ", -1));
                String pattern = in.pattern(Integer.parseInt(fields.get(0)) - 1);
                sql.append(new MatchRule(fields.subList(1, fields.size())).conditions(pattern, in));
            }
            default -> notes.computeIfAbsent(name, key -> new ArrayList<>()).add(in.fill(rest.replace("\\n", "\n")));
        }
    }
}
