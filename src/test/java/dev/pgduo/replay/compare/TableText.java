package dev.pgduo.replay.compare;

import dev.pgduo.table.DisplayWidth;
import java.util.ArrayList;
import java.util.List;

/** Prints tables as psql does, for the tests. */
final class TableText {
    private TableText() {}

    /** One column, aligned to the left. */
    static String aligned(String column, String... values) {
        return aligned(
                List.of(column), java.util.Arrays.stream(values).map(List::of).toList());
    }

    /** Border 1, aligned to the left, with the footer and psql's blank line. */
    static String aligned(List<String> columns, List<List<String>> rows) {
        int[] widths = new int[columns.size()];
        List<List<String>> all = new ArrayList<>(rows);
        all.add(columns);
        all.forEach(row -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], DisplayWidth.of(row.get(i)));
            }
        });
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            int space = widths[i] - DisplayWidth.of(columns.get(i));
            text.append(i == 0 ? " " : "| ").append(" ".repeat(space / 2)).append(columns.get(i));
            text.append(" ".repeat(space - space / 2)).append(' ');
        }
        text.append('\n');
        for (int i = 0; i < widths.length; i++) {
            text.append(i == 0 ? "" : "+").append("-".repeat(widths[i] + 2));
        }
        text.append('\n');
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                boolean last = i == widths.length - 1;
                text.append(i == 0 ? " " : "| ").append(row.get(i));
                text.append(last ? "" : " ".repeat(widths[i] - DisplayWidth.of(row.get(i)) + 1));
            }
            text.append('\n');
        }
        return text.append(rows.size() == 1 ? "(1 row)\n" : "(" + rows.size() + " rows)\n")
                .toString();
    }

    /** Expanded, border 1. */
    static String expanded(List<String> columns, List<List<String>> rows) {
        int names = columns.stream().mapToInt(DisplayWidth::of).max().orElse(0);
        int values = rows.stream()
                .flatMap(List::stream)
                .mapToInt(DisplayWidth::of)
                .max()
                .orElse(0);
        StringBuilder text = new StringBuilder();
        for (int r = 0; r < rows.size(); r++) {
            String label = "-[ RECORD " + (r + 1) + " ]";
            String rule = "-".repeat(names + 1) + "+" + "-".repeat(values + 1);
            text.append(label)
                    .append(label.length() < rule.length() ? rule.substring(label.length()) : "")
                    .append('\n');
            for (int i = 0; i < columns.size(); i++) {
                String name = columns.get(i);
                text.append(name).append(" ".repeat(names - DisplayWidth.of(name)));
                text.append(" | ").append(rows.get(r).get(i)).append('\n');
            }
        }
        return text.toString();
    }
}
