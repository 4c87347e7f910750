package dev.pgduo.replay.compare;

import dev.pgduo.lab.os.GuardedRegex;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Extracts a value from an output. */
public final class Capture {
    private Capture() {}

    /** The value of a column in the first row, in aligned, expanded or unaligned format; empty when there is none. */
    public static Optional<String> column(String name, List<String> output) {
        StringBuilder value = new StringBuilder();
        boolean started = false;
        for (Optional<TableLine> line : new TableReader(false).read(output)) {
            Optional<String> cell = line.filter(Capture::hasValues).flatMap(part -> cell(name, part));
            if (started && cell.isEmpty()) {
                break;
            }
            started |= cell.isPresent();
            value.append(cell.orElse(""));
            if (started && !value.toString().endsWith("\n")) {
                break;
            }
        }
        return started ? Optional.of(value.toString().stripTrailing()) : Optional.empty();
    }

    /**
     * The first group of the first match in the lines joined by newlines, or the whole match when there is no group; {@code ^}
     * and {@code $} match at each line. Throws {@link dev.pgduo.report.LabException} when the expression is invalid or takes
     * too long.
     */
    public static Optional<String> regex(String regex, List<String> output) {
        return new GuardedRegex(regex, Pattern.MULTILINE).find(String.join("\n", output));
    }

    private static boolean hasValues(TableLine line) {
        return line.part() == TableLine.Part.ROW || line.part() == TableLine.Part.FIELD;
    }

    private static Optional<String> cell(String column, TableLine line) {
        int at = line.columns().indexOf(column);
        return at < 0
                ? Optional.empty()
                : Optional.of(line.cells().get(at).strip() + mark(line.cells().get(at)));
    }

    private static String mark(String cell) {
        return cell.endsWith("\n") ? "\n" : "";
    }
}
