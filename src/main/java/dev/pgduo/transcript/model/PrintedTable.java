package dev.pgduo.transcript.model;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A table that psql has printed, parsed from its text. */
final class PrintedTable {
    private static final Pattern RULER = Pattern.compile("-+(\\+-+)*+");
    private static final Pattern EXPANDED = Pattern.compile("(.*?) +\\| (.*)");

    private final List<String> lines;

    PrintedTable(List<String> lines) {
        this.lines = lines;
    }

    Optional<String> firstValue(String column) {
        for (int i = 1; i + 1 < lines.size(); i++) {
            if (RULER.matcher(lines.get(i)).matches()) {
                return aligned(column, lines.get(i - 1), lines.get(i + 1));
            }
        }
        return expanded(column);
    }

    /** The cell of a column in aligned format, by the column's position; bars within values of the row are ambiguous. */
    private static Optional<String> aligned(String column, String header, String row) {
        List<String> names = List.of(header.split("\\|", -1));
        List<String> values = List.of(row.split("\\|", -1));
        for (int i = 0; i < names.size() && i < values.size(); i++) {
            if (names.get(i).strip().equals(column) && !row.matches("\\(\\d+ rows?\\)")) {
                return Optional.of(values.get(i).strip());
            }
        }
        return Optional.empty();
    }

    private Optional<String> expanded(String column) {
        for (String line : lines) {
            Matcher matcher = EXPANDED.matcher(line);
            if (matcher.matches() && matcher.group(1).strip().equals(column)) {
                return Optional.of(matcher.group(2).strip());
            }
        }
        return Optional.empty();
    }
}
