package dev.pgduo.shell.lab;

import dev.pgduo.lab.os.Naming;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prints tables and lines with the shown names for the lab's paths and ports. */
record LabTable(Naming naming, LabContext context) {
    void table(List<String> columns, List<List<@Nullable String>> rows) {
        List<List<@Nullable String>> shown = new ArrayList<>();
        for (List<@Nullable String> row : rows) {
            List<@Nullable String> cells = new ArrayList<>();
            for (String cell : row) {
                cells.add(cell == null ? null : shown(row.get(0), cell));
            }
            shown.add(cells);
        }
        context.table(columns, shown);
    }

    private String shown(@Nullable String name, String cell) {
        return "port".equals(name) && cell.matches("\\d{1,5}")
                ? Integer.toString(naming.ports().shown(Integer.parseInt(cell)))
                : naming.toShown(cell);
    }

    void lines(String text) {
        text.lines().map(naming::toShown).forEach(context.out()::println);
    }
}
