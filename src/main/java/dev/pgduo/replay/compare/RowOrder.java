package dev.pgduo.replay.compare;

import dev.pgduo.replay.compare.TableLine.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Puts the actual rows into the order of the expected ones, as far as they agree; the others keep their order and come last.
 * Rows of the first table are compared with those of the first, and so on; without tables, all lines are rows.
 */
final class RowOrder {
    private final LineMatcher lines;

    private RowOrder(LineMatcher lines) {
        this.lines = lines;
    }

    /** The actual lines in the order for comparison. */
    static List<String> likeExpected(LineMatcher lines) {
        return new RowOrder(lines).reordered();
    }

    private List<String> reordered() {
        List<List<Group>> left = tables(lines.expected().size(), lines::expectedPart);
        List<List<Group>> right = tables(lines.actual().size(), lines::actualPart);
        if (left.isEmpty() && right.isEmpty()) {
            return lineByLine();
        }
        List<String> result = new ArrayList<>(lines.actual());
        int at = 0;
        List<String> out = new ArrayList<>();
        for (int table = 0; table < right.size(); table++) {
            List<Group> slots = right.get(table);
            List<Group> rows = table < left.size() ? order(left.get(table), slots) : slots;
            for (int i = 0; i < slots.size(); i++) {
                out.addAll(result.subList(at, slots.get(i).start));
                out.addAll(result.subList(rows.get(i).start, rows.get(i).end));
                at = slots.get(i).end;
            }
        }
        out.addAll(result.subList(at, result.size()));
        return out;
    }

    private List<String> lineByLine() {
        List<Group> left = new ArrayList<>();
        int span = -1;
        for (int i = 0; i < lines.expected().size(); i++) {
            if (lines.expected().get(i).repeats()) {
                span = span < 0 ? left.size() : span;
            } else {
                left.add(new Group(i, i + 1));
            }
        }
        List<Group> right = new ArrayList<>();
        for (int i = 0; i < lines.actual().size(); i++) {
            right.add(new Group(i, i + 1));
        }
        RowPairs pairs = new RowPairs(
                left.size(),
                right.size(),
                (l, r) -> lines.match(left.get(l).start, right.get(r).start).isPresent());
        List<Integer> order = pairs.likely(i -> expectedText(left.get(i)), i -> actualText(right.get(i)))
                .likely(i -> expectedKey(left.get(i)), i -> actualKey(right.get(i)))
                .order(span);
        return order.stream().map(lines.actual()::get).toList();
    }

    private List<Group> order(List<Group> expected, List<Group> actual) {
        RowPairs pairs = new RowPairs(expected.size(), actual.size(), (l, r) -> agree(expected.get(l), actual.get(r)));
        return pairs
                .likely(i -> expectedText(expected.get(i)), i -> actualText(actual.get(i)))
                .likely(i -> expectedKey(expected.get(i)), i -> actualKey(actual.get(i)))
                .order(-1)
                .stream()
                .map(actual::get)
                .toList();
    }

    private Object expectedText(Group row) {
        return lines.expected().subList(row.start, row.end).stream()
                .map(LinePattern::text)
                .toList();
    }

    private Object actualText(Group row) {
        return IntStream.range(row.start, row.end).mapToObj(lines::shown).toList();
    }

    private Object expectedKey(Group row) {
        return IntStream.range(row.start, row.end)
                .mapToObj(lines::expectedStable)
                .toList();
    }

    private Object actualKey(Group row) {
        return IntStream.range(row.start, row.end)
                .mapToObj(lines::actualStable)
                .map(Optional::of)
                .toList();
    }

    private boolean agree(Group left, Group right) {
        boolean agree = left.end - left.start == right.end - right.start;
        for (int i = 0; agree && i < left.end - left.start; i++) {
            agree = lines.match(left.start + i, right.start + i).isPresent();
        }
        return agree;
    }

    /** The rows of each table, in order. */
    private static List<List<Group>> tables(int size, IntFunction<Optional<TableLine>> parts) {
        List<List<Group>> tables = new ArrayList<>();
        int open = -1;
        for (int i = 0; i < size; i++) {
            Optional<TableLine> line = parts.apply(i);
            if (line.isEmpty()) {
                continue;
            }
            while (tables.size() <= line.get().table()) {
                tables.add(new ArrayList<>());
            }
            boolean row = line.get().part() == Part.ROW || line.get().part() == Part.FIELD;
            open = row ? (open < 0 ? i : open) : -1;
            if (row && isLast(line.get(), i + 1 < size ? parts.apply(i + 1) : Optional.empty())) {
                tables.get(line.get().table()).add(new Group(open, i + 1));
                open = -1;
            }
        }
        return tables;
    }

    private static boolean isLast(TableLine line, Optional<TableLine> next) {
        boolean continues = line.part() == Part.FIELD || line.cells().stream().anyMatch(cell -> cell.endsWith("\n"));
        return !continues
                || next.filter(after -> after.part() == line.part() && after.table() == line.table())
                        .isEmpty();
    }

    /** The lines of a row, {@code [start, end)}. */
    private record Group(int start, int end) {}
}
