package dev.pgduo.replay.compare;

import dev.pgduo.replay.compare.TableLine.Part;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The expected tables whose layout may differ from the actual one, because they are formatted as psql formats their values. */
final class Layouts {
    private final Side expected;
    private final Set<Integer> borders = new TreeSet<>();
    private final Map<String, String> alignments = new HashMap<>();

    /**
     * One side of a comparison.
     *
     * @param text the lines
     * @param parts the parts of tables that the lines are
     */
    record Side(List<LinePattern> text, List<Optional<TableLine>> parts) {
        private interface Visitor {
            void table(int first, int end, List<TableLine> lines);
        }

        private void tables(Visitor visitor) {
            int at = 0;
            while (at < parts.size()) {
                int end = at + 1;
                if (parts.get(at).isPresent()) {
                    int table = parts.get(at).get().table();
                    while (end < parts.size()
                            && parts.get(end)
                                    .filter(line -> line.table() == table)
                                    .isPresent()) {
                        end++;
                    }
                    visitor.table(
                            at,
                            end,
                            parts.subList(at, end).stream()
                                    .flatMap(Optional::stream)
                                    .toList());
                }
                at = end;
            }
        }

        private List<String> text(int first, int end) {
            return text.subList(first, end).stream().map(LinePattern::text).toList();
        }

        private boolean cut(int line) {
            return line >= 0 && line < text.size() && !text.get(line).exact();
        }
    }

    private Layouts(Side expected, Side actual) {
        this.expected = expected;
        actual.parts.forEach(
                part -> part.filter(line -> line.part() == Part.RULER).ifPresent(this::align));
        actual.tables((first, end, lines) ->
                borders.addAll(new DrawnTable(lines, alignments).borders(actual.text(first, end))));
    }

    /**
     * The numbers of these tables. A table that is cut off by a pattern line is included, because its width is not known,
     * unless it has its footer.
     *
     * @param actual the side from which alignments and borders are taken
     */
    static Set<Integer> drawn(Side expected, Side actual) {
        return new Layouts(expected, actual).drawn();
    }

    private void align(TableLine ruler) {
        for (int i = 0; i < ruler.columns().size(); i++) {
            String seen = ruler.cells().get(i);
            if (!seen.isEmpty()) {
                alignments.put(ruler.columns().get(i), seen);
            }
        }
    }

    private Set<Integer> drawn() {
        Set<Integer> drawn = new HashSet<>();
        expected.tables((first, end, lines) -> {
            boolean whole = lines.get(lines.size() - 1).part() == Part.FOOTER;
            boolean cut = expected.cut(first - 1) || (!whole && expected.cut(end));
            if (cut || drawn(lines, expected.text(first, end))) {
                drawn.add(lines.get(0).table());
            }
        });
        return drawn;
    }

    private boolean drawn(List<TableLine> lines, List<String> text) {
        boolean unaligned =
                lines.get(0).part() == Part.HEADER && lines.stream().noneMatch(line -> line.part() == Part.RULER);
        return unaligned || !Collections.disjoint(new DrawnTable(lines, alignments).borders(text), borders);
    }
}
