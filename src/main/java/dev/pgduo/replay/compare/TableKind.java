package dev.pgduo.replay.compare;

import dev.pgduo.replay.compare.TableLine.Part;
import dev.pgduo.version.ChangedNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares two tables column by column, in any order of columns. */
final class TableKind {

    private TableKind() {}

    static Drift of(List<TableLine> expected, List<TableLine> actual) {
        Map<String, List<String>> before = columns(expected);
        Map<String, List<String>> now = columns(actual);
        if (rows(before) != rows(now)) {
            return Drift.SEMANTIC;
        }
        Drift worst = Drift.COSMETIC;
        for (Map.Entry<String, List<String>> column : before.entrySet()) {
            worst = worst.and(column(column.getKey(), column.getValue(), now));
        }
        return worst;
    }

    private static Drift column(String name, List<String> values, Map<String, List<String>> now) {
        List<String> same = now.get(name);
        if (same != null) {
            return equal(name, values, same) ? Drift.COSMETIC : Drift.SEMANTIC;
        }
        ChangedNames names = ChangedNames.all();
        Optional<List<String>> renamed = now.entrySet().stream()
                .filter(other -> names.modern(other.getKey()).equals(names.modern(name)))
                .map(Map.Entry::getValue)
                .findFirst();
        return renamed.map(other -> equal(name, values, other) ? Drift.RENAMED : Drift.SEMANTIC)
                .orElse(Drift.REMOVED);
    }

    /** The values of each column, from the first row to the last; a record's fields count as columns. */
    private static Map<String, List<String>> columns(List<TableLine> table) {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        for (TableLine line : table) {
            if (line.part() == Part.HEADER) {
                line.columns().forEach(name -> columns.computeIfAbsent(name, key -> new ArrayList<>()));
            } else if (line.part() == Part.ROW || line.part() == Part.FIELD) {
                for (int i = 0; i < line.columns().size(); i++) {
                    columns.computeIfAbsent(line.columns().get(i), key -> new ArrayList<>())
                            .add(line.cells().get(i));
                }
            }
        }
        return columns;
    }

    private static int rows(Map<String, List<String>> columns) {
        return columns.values().stream().mapToInt(List::size).max().orElse(0);
    }

    private static boolean equal(String column, List<String> expected, List<String> actual) {
        if (expected.size() != actual.size()) {
            return false;
        }
        Optional<VolatileClass> kind = VolatileColumns.classOf(column);
        VolatileText text = new VolatileText(Rules.standard(), VolatileText.Place.CELL);
        for (int i = 0; i < expected.size(); i++) {
            String from = expected.get(i);
            String to = actual.get(i);
            boolean replaced = kind.isPresent() && kind.get().mayReplace(from, to);
            if (!replaced && text.compare(from, to).isEmpty()) {
                return false;
            }
        }
        return true;
    }
}
