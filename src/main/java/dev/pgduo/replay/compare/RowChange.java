package dev.pgduo.replay.compare;

import dev.pgduo.replay.compare.TableLine.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Distinguishes differences that may disappear with time, in values or the number of rows, from others. */
public final class RowChange {
    private RowChange() {}

    /** Whether the output may match later: the tables have the same columns, and more than their layout differs. */
    public static boolean only(Diff shown) {
        Diff diff =
                new Diff(shown.lines().stream().filter(line -> !line.allowed()).toList());
        List<TableLine> expected = lines(diff, '-');
        List<TableLine> actual = lines(diff, '+');
        // An expanded table without rows has no columns, either.
        boolean none = diff.lines().stream()
                .anyMatch(line -> line.mark() != ' ' && line.text().equals("(0 rows)"));
        boolean same = columns(expected).equals(columns(actual)) || explained(diff);
        return (same || none) && (expected.isEmpty() || !cells(expected).equals(cells(actual)));
    }

    /** Whether columns differ for known reasons: the diff then has lines of both tables, and cannot be parsed as one. */
    private static boolean explained(Diff diff) {
        List<Diff.Line> lines =
                diff.lines().stream().filter(line -> line.mark() != '+').toList();
        List<Optional<TableLine>> parts = parts(lines);
        Set<String> gone = new TreeSet<>();
        boolean table = false;
        for (int i = 0; i < lines.size(); i++) {
            Optional<Part> part = parts.get(i).map(TableLine::part);
            table |= part.isPresent();
            if (lines.get(i).differs() && part.filter(Part.HEADER::equals).isPresent()) {
                return false;
            }
            if (lines.get(i).differs() && part.filter(Part.FIELD::equals).isPresent()) {
                gone.add(name(lines.get(i)));
            }
        }
        Set<String> come = new TreeSet<>();
        if (!gone.isEmpty()) {
            diff.lines().stream().filter(line -> line.mark() == '+').forEach(line -> come.add(name(line)));
        }
        return table && gone.equals(come);
    }

    /** The column's name in a line of expanded format. */
    private static String name(Diff.Line field) {
        return field.text().split("\\|", 2)[0].strip();
    }

    private static List<Optional<TableLine>> parts(List<Diff.Line> lines) {
        return new TableReader(false).read(lines.stream().map(Diff.Line::text).toList());
    }

    private static List<TableLine> lines(Diff diff, char mark) {
        List<Diff.Line> side = diff.lines().stream()
                .filter(line -> line.mark() == mark || line.mark() == ' ')
                .toList();
        return parts(side).stream().flatMap(Optional::stream).toList();
    }

    private static List<List<String>> columns(List<TableLine> lines) {
        return lines.stream()
                .filter(line -> line.part() == Part.HEADER || line.part() == Part.FIELD)
                .map(TableLine::columns)
                .distinct()
                .toList();
    }

    private static List<List<String>> cells(List<TableLine> lines) {
        List<List<String>> cells = new ArrayList<>();
        for (TableLine line : lines) {
            if (line.part() == Part.ROW || line.part() == Part.FIELD || line.part() == Part.FOOTER) {
                cells.add(line.cells().stream().map(String::strip).toList());
            }
        }
        return cells;
    }
}
