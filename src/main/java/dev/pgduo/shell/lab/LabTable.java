package dev.pgduo.shell.lab;

import dev.pgduo.lab.os.Naming;
import dev.pgduo.shell.screen.TextTable;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prints tables and lines with the lab's paths and ports as the person writes them. */
record LabTable(Naming naming, PrintWriter out) {
    void table(List<String> columns, List<List<@Nullable String>> rows) {
        List<List<@Nullable String>> shown = new ArrayList<>();
        for (List<@Nullable String> row : rows) {
            List<@Nullable String> cells = new ArrayList<>();
            for (String cell : row) {
                cells.add(cell == null ? null : naming.toShown(cell));
            }
            shown.add(cells);
        }
        new TextTable(columns).print(shown, out);
    }

    void lines(String text) {
        text.lines().map(naming::toShown).forEach(out::println);
    }
}
