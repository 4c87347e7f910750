package dev.pgduo.replay.compare;

import dev.pgduo.replay.compare.VolatileText.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The lines of both sides with their tables; decides whether two lines match. */
final class LineMatcher {
    private final List<LinePattern> expected;
    private final List<String> actual;
    private final List<String> shown;
    private final List<Optional<TableLine>> expectedParts;
    private final List<Optional<TableLine>> actualParts;
    private final Set<String> expectedFields;
    private final Set<Integer> drawn;
    private final Rules rules;
    private final Aliases aliases;
    private final CellMatcher cells;
    private final VolatileText inLine;
    private final VolatileText inTable;
    private final Map<String, List<Rewritten>> rewritten = new HashMap<>();

    /** Another expected line, and the reason why it is accepted. */
    private record Rewritten(String line, String reason) {}

    LineMatcher(List<LinePattern> expected, List<String> actual, Rules rules) {
        this.expected = List.copyOf(expected);
        this.expectedParts = new TableReader(false)
                .read(expected.stream().map(LinePattern::readable).toList());
        this.expectedFields =
                expectedParts.stream().flatMap(part -> field(part).stream()).collect(Collectors.toSet());
        this.rules = rules;
        this.aliases = new Aliases(rules.aliases());
        this.inLine = new VolatileText(rules, Place.LINE);
        this.inTable = new VolatileText(rules, rules.known().meaning().plan() ? Place.PLAN : Place.CELL);
        this.cells = new CellMatcher(rules, aliases, inTable);
        this.actual = List.copyOf(actual);
        this.shown = shown(actual);
        this.actualParts = new TableReader(true).read(this.actual);
        this.drawn = drawn();
    }

    /** The same expected lines with other actual ones, to reuse what was computed for the expected lines. */
    private LineMatcher(LineMatcher before, List<String> actual) {
        this.expected = before.expected;
        this.expectedParts = before.expectedParts;
        this.expectedFields = before.expectedFields;
        this.rules = before.rules;
        this.aliases = before.aliases;
        this.inLine = before.inLine;
        this.inTable = before.inTable;
        this.cells = before.cells;
        this.actual = List.copyOf(actual);
        this.shown = shown(actual);
        this.actualParts = new TableReader(true).read(this.actual);
        this.drawn = drawn();
    }

    /** The same with the actual lines in the order in which they match the expected ones. */
    LineMatcher reordered() {
        return new LineMatcher(this, RowOrder.likeExpected(this));
    }

    private List<String> shown(List<String> lines) {
        return lines.stream().map(aliases::apply).toList();
    }

    private Set<Integer> drawn() {
        return Layouts.drawn(
                new Layouts.Side(expected, expectedParts),
                new Layouts.Side(actual.stream().map(LinePattern::exact).toList(), actualParts));
    }

    List<LinePattern> expected() {
        return expected;
    }

    List<String> actual() {
        return actual;
    }

    /** The actual line with the lab file's paths. */
    String shown(int line) {
        return shown.get(line);
    }

    Optional<TableLine> expectedPart(int line) {
        return expectedParts.get(line);
    }

    Optional<TableLine> actualPart(int line) {
        return actualParts.get(line);
    }

    /** The steps that are possible at this pair of lines, a match first; after equal lines no other step can be shorter. */
    List<Edit> steps(int left, int right) {
        List<Edit> steps = new ArrayList<>();
        boolean more = left < expected.size();
        boolean repeats = more && expected.get(left).repeats();
        if (more && right < actual.size() && !repeats) {
            match(left, right).ifPresent(match -> steps.add(new Edit(Edit.Kind.EQUAL, left, right, match)));
            if (!steps.isEmpty() && steps.get(0).cost() == 0 && equal(left, right)) {
                return steps;
            }
        }
        if (repeats) {
            steps.add(new Edit(Edit.Kind.CLOSED, left, right, LineMatch.EQUAL));
        } else if (more) {
            Optional<LineMatch> absent = absent(left);
            steps.add(new Edit(
                    absent.isPresent() ? Edit.Kind.ABSENT : Edit.Kind.REMOVED,
                    left,
                    right,
                    absent.orElse(LineMatch.EQUAL)));
        }
        if (right < actual.size()) {
            steps.add(actualAlone(left, right, repeats));
        }
        return steps;
    }

    private boolean equal(int left, int right) {
        LinePattern pattern = expected.get(left);
        return pattern.exact() && pattern.text().equals(shown.get(right));
    }

    /** How two lines match, or empty when they do not. */
    Optional<LineMatch> match(int left, int right) {
        LinePattern pattern = expected.get(left);
        if (!pattern.exact()) {
            return pattern.test().test(shown.get(right)) ? LineMatch.EQUAL.present() : Optional.empty();
        }
        if (pattern.blank()) {
            return actual.get(right).isBlank() ? LineMatch.EQUAL.present() : Optional.empty();
        }
        return tables(left, right).or(() -> text(left, right)).or(() -> rewritten(left, right));
    }

    private Edit actualAlone(int left, int right, boolean repeats) {
        if (repeats) {
            return new Edit(Edit.Kind.SPANNED, left, right, LineMatch.EQUAL);
        }
        Optional<LineMatch> surplus = surplus(right);
        Edit.Kind kind = surplus.isPresent() ? Edit.Kind.SURPLUS : Edit.Kind.ADDED;
        return new Edit(kind, left, right, surplus.orElse(LineMatch.EQUAL));
    }

    private Optional<LineMatch> tables(int left, int right) {
        boolean same = DrawnTable.same(expected.get(left).text(), shown.get(right));
        return expectedParts
                .get(left)
                .filter(from -> same || drawn.contains(from.table()))
                .flatMap(from -> actualParts.get(right).flatMap(to -> cells.match(from, to)))
                .or(() -> same && expectedParts.get(left).isPresent() ? LineMatch.EQUAL.present() : Optional.empty());
    }

    private Optional<LineMatch> text(int left, int right) {
        String from = expected.get(left).text();
        boolean table =
                expectedParts.get(left).isPresent() || actualParts.get(right).isPresent();
        if (expectedParts.get(left).isPresent() && actualParts.get(right).isPresent()) {
            return Optional.empty();
        }
        return (table ? inTable : inLine).compare(from, shown.get(right)).map(LineMatch::volatileValues);
    }

    private Optional<LineMatch> rewritten(int left, int right) {
        for (KnownDifference adaptation : rules.adaptations()) {
            if (adaptation.turnsLine(expected.get(left).text(), shown.get(right))) {
                return Optional.of(LineMatch.adapted(adaptation.reason()));
            }
        }
        for (Rewritten other : rewritten.computeIfAbsent(expected.get(left).text(), this::rewritten)) {
            Optional<LineMatch> match =
                    inLine.compare(other.line(), shown.get(right)).map(LineMatch::volatileValues);
            if (match.isPresent()) {
                return match.map(values -> values.and(LineMatch.adapted(other.reason())));
            }
        }
        return Optional.empty();
    }

    private List<Rewritten> rewritten(String text) {
        List<Rewritten> lines = new ArrayList<>();
        for (KnownDifference adaptation : rules.adaptations()) {
            adaptation.rewritten(text).ifPresent(line -> lines.add(new Rewritten(line, adaptation.reason())));
        }
        return lines;
    }

    /** A key that an expected line shares with the actual ones that match, as {@link #actualStable}; empty for a pattern. */
    Optional<List<String>> expectedStable(int line) {
        LinePattern pattern = expected.get(line);
        return pattern.exact() ? Optional.of(stable(expectedParts.get(line), pattern.text())) : Optional.empty();
    }

    /** A key that an actual line shares with the expected ones that match, unless an adaptation explains a difference. */
    List<String> actualStable(int line) {
        return stable(actualParts.get(line), shown.get(line));
    }

    private List<String> stable(Optional<TableLine> part, String text) {
        return part.map(cells::stable).orElseGet(() -> List.of(text.isBlank() ? "" : inLine.stable(text)));
    }

    private Optional<LineMatch> absent(int left) {
        String line = expected.get(left).text();
        Optional<String> column = field(expectedParts.get(left));
        return rules.adaptations().stream()
                .filter(each -> each.allowsMissingLine(line)
                        || column.filter(each::allowsMissingColumn).isPresent())
                .findFirst()
                .map(each -> LineMatch.adapted(each.reason()));
    }

    private Optional<LineMatch> surplus(int right) {
        Optional<String> column = field(actualParts.get(right)).filter(name -> !expectedFields.contains(name));
        return rules.adaptations().stream()
                .filter(each -> each.allowsExtraLine(shown.get(right))
                        || column.filter(each::allowsExtraColumn).isPresent())
                .findFirst()
                .map(each -> LineMatch.adapted(each.reason()));
    }

    private static Optional<String> field(Optional<TableLine> line) {
        return line.filter(part -> part.part() == TableLine.Part.FIELD)
                .map(part -> part.columns().get(0));
    }
}
