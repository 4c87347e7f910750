package dev.pgduo.replay.compare;

import dev.pgduo.transcript.model.ExpectedLine;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Short forms for the tests: texts as text blocks, pattern lines by their marks. */
final class Comparing {
    /** All classes on, and every column means what its name says. */
    static final Rules STANDARD = Rules.standard().withKnown(new Rules.Known(new ByName(), OwnNames.NONE));

    private Comparing() {}

    private static final class ByName implements Meaning {
        @Override
        public Optional<VolatileClass> classOf(String column) {
            return VolatileColumns.classOf(column).or(() -> VolatileColumns.function(column));
        }

        @Override
        public boolean plan() {
            return true;
        }
    }

    static List<String> lines(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split("\n", -1));
    }

    static List<ExpectedLine> expected(String text) {
        List<String> lines = lines(text);
        return IntStream.range(0, lines.size())
                .mapToObj(i -> expected(i + 1, lines.get(i)))
                .toList();
    }

    static Comparison compare(String expected, String actual) {
        return compare(expected, actual, STANDARD);
    }

    static Comparison compare(String expected, String actual, Rules rules) {
        return Matcher.compare(expected(expected), lines(actual), rules);
    }

    /** What a reader is shown of texts that do not match. */
    static Diff diff(String expected, String actual, Rules rules) {
        if (compare(expected, actual, rules) instanceof Comparison.Mismatch mismatch) {
            return mismatch.diff();
        }
        throw new AssertionError("matches: " + expected);
    }

    /** The lines of the diff behind their marks; the context is left out. */
    static List<String> differences(String expected, String actual, Rules rules) {
        return diff(expected, actual, rules).lines().stream()
                .filter(Diff.Line::differs)
                .map(line -> line.mark() + line.text())
                .toList();
    }

    static String update(String expected, String actual, Rules rules) {
        return String.join(
                "\n",
                Update.of(expected(expected), lines(actual), rules).stream()
                        .map(UpdatedLine::text)
                        .toList());
    }

    private static ExpectedLine expected(int number, String line) {
        if (line.equals("...")) {
            return new ExpectedLine.AnyLines(number, line);
        }
        if (line.endsWith(" (glob)")) {
            return new ExpectedLine.Glob(number, line.substring(0, line.length() - " (glob)".length()));
        }
        if (line.endsWith(" (re)")) {
            return new ExpectedLine.Regex(number, line.substring(0, line.length() - " (re)".length()));
        }
        return new ExpectedLine.Exact(number, line);
    }
}
