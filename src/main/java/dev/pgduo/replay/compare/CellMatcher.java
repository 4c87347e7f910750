package dev.pgduo.replay.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares two lines of psql tables cell by cell. For one thread. */
final class CellMatcher {
    private final Rules rules;
    private final Aliases aliases;
    private final VolatileText text;

    /** @param text compares the cells' texts */
    CellMatcher(Rules rules, Aliases aliases, VolatileText text) {
        this.rules = rules;
        this.aliases = aliases;
        this.text = text;
    }

    /** A key that is equal for lines that match, unless an adaptation explains a difference. */
    List<String> stable(TableLine line) {
        List<String> stable = new ArrayList<>();
        for (int i = 0; i < line.cells().size(); i++) {
            boolean free =
                    i < line.columns().size() && classOf(line.columns().get(i)).isPresent();
            stable.add(free ? "" : text.stable(aliases.apply(line.cells().get(i))));
        }
        return stable;
    }

    /** How the lines match, or empty when they do not. */
    Optional<LineMatch> match(TableLine expected, TableLine actual) {
        if (expected.part() != actual.part()) {
            return Optional.empty();
        }
        return ColumnPairs.of(expected.columns(), actual.columns(), rules.adaptations())
                .flatMap(pairs -> match(expected, actual, pairs));
    }

    private Optional<LineMatch> match(TableLine expected, TableLine actual, ColumnPairs pairs) {
        LineMatch all = pairs.match();
        for (ColumnPairs.Pair pair : pairs.pairs()) {
            Optional<LineMatch> cell = cell(expected, actual, pair);
            if (cell.isEmpty()) {
                return Optional.empty();
            }
            all = all.and(cell.get());
        }
        return all.present();
    }

    private Optional<LineMatch> cell(TableLine expected, TableLine actual, ColumnPairs.Pair pair) {
        String column = expected.columns().get(pair.expected());
        String left = expected.cells().get(pair.expected());
        String right = aliases.apply(actual.cells().get(pair.actual()));
        return switch (expected.part()) {
            case ROW, FIELD -> value(column, left, right);
            case RULER -> left.isEmpty() || right.isEmpty() || left.equals(right) ? LineMatch.EQUAL.present() : none();
            case HEADER -> left.equals(right) || pair.renamed() ? LineMatch.EQUAL.present() : none();
            case TITLE, EDGE, RECORD, FOOTER -> left.equals(right) ? LineMatch.EQUAL.present() : none();
        };
    }

    private Optional<LineMatch> value(String column, String expected, String actual) {
        Optional<VolatileClass> kind = classOf(column);
        if (kind.isPresent()
                && kind.get().isLegal(expected)
                && kind.get().isLegal(actual)
                && rules.mayReplace(kind.get(), expected, actual)) {
            return LineMatch.volatileValues(List.of(new Binding(kind.get(), expected, actual)))
                    .present();
        }
        return text.compare(expected, actual)
                .map(LineMatch::volatileValues)
                .or(() -> adapted(column, expected, actual));
    }

    private Optional<VolatileClass> classOf(String column) {
        return rules.known().meaning().classOf(column).filter(rules.volatileClasses()::contains);
    }

    private Optional<LineMatch> adapted(String column, String expected, String actual) {
        return rules.adaptations().stream()
                .filter(adaptation -> adaptation.turns(column, expected, actual))
                .findFirst()
                .map(adaptation -> LineMatch.adapted(adaptation.reason()));
    }

    private static Optional<LineMatch> none() {
        return Optional.empty();
    }
}
