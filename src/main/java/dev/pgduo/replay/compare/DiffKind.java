package dev.pgduo.replay.compare;

import dev.pgduo.replay.compare.TableLine.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Determines the kind of difference of a diff: for tables by columns and cells, for other lines by words and numbers. */
public final class DiffKind {
    private DiffKind() {}

    /**
     * The worst difference of the diff.
     *
     * @param failed whether the step ended in an error; an unexpected one is worse than another wording
     */
    public static Drift of(Diff diff, boolean failed) {
        Side expected = Side.of(diff, '-');
        Side actual = Side.of(diff, '+');
        if (PlaceFailure.in(actual.changed, expected.changed)) {
            return Drift.PLACE;
        }
        boolean unexpected = failed && expected.changed.stream().noneMatch(WordsKind::complaint);
        if (unexpected || expected.tables.size() != actual.tables.size()) {
            return Drift.SEMANTIC;
        }
        Drift worst = WordsKind.of(expected.changed, actual.changed);
        for (int i = 0; i < expected.tables.size(); i++) {
            worst = worst.and(TableKind.of(expected.tables.get(i), actual.tables.get(i)));
        }
        return worst;
    }

    /**
     * One side of a diff.
     *
     * @param tables the lines of each table, changed or not
     * @param changed the lines outside of tables that the other side does not have
     */
    private record Side(List<List<TableLine>> tables, List<String> changed) {

        static Side of(Diff diff, char mark) {
            List<Diff.Line> lines = diff.lines().stream()
                    .filter(line -> line.mark() == mark || line.mark() == ' ')
                    .toList();
            List<Optional<TableLine>> parts = new TableReader(false)
                    .read(lines.stream().map(Diff.Line::text).toList());
            Side side = new Side(new ArrayList<>(), new ArrayList<>());
            for (int i = 0; i < lines.size(); i++) {
                if (parts.get(i).isPresent()) {
                    side.add(parts.get(i).get());
                } else if (lines.get(i).mark() == mark && !lines.get(i).text().isBlank()) {
                    side.changed.add(lines.get(i).text());
                }
            }
            return side;
        }

        private void add(TableLine line) {
            if (line.table() == tables.size() || tables.isEmpty()) {
                tables.add(new ArrayList<>());
            }
            if (line.part() != Part.EDGE && line.part() != Part.RULER) {
                tables.get(tables.size() - 1).add(line);
            }
        }
    }
}
