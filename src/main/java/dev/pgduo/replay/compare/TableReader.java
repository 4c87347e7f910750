package dev.pgduo.replay.compare;

import dev.pgduo.table.DisplayWidth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the psql tables in a text. A strict reader accepts only what psql can have printed (widths, padding, number of rows);
 * the other one also accepts edited tables, as long as the cells can be separated.
 *
 * @param strict whether the layout must be correct
 */
record TableReader(boolean strict) {
    /** Stands for a pattern line, whose text is not known: no table extends across it. */
    static final String UNKNOWN = "\0";

    private static final Pattern ONE_COLUMN = Pattern.compile("-{3,}");
    private static final Pattern FOOTER = Pattern.compile("\\((\\d{1,18}) \\p{L}+\\)");

    /** For each line the part of a table that it is, or empty. */
    List<Optional<TableLine>> read(List<String> text) {
        List<String> lines = strict ? text : padded(text);
        Set<Integer> counted = counted(lines);
        List<Optional<TableLine>> parts = new ArrayList<>(Collections.nCopies(lines.size(), Optional.empty()));
        int tables = 0;
        int at = 0;
        while (at < lines.size()) {
            int start = at;
            int table = tables;
            Optional<TableBlock> block = readAt(lines, at, tables)
                    .or(() ->
                            counted.contains(start) ? new UnalignedReader(lines, table).read(start) : Optional.empty());
            if (block.isPresent()) {
                block.get().writeTo(parts);
                tables++;
                at = block.get().end();
            } else {
                at++;
            }
        }
        return parts;
    }

    /**
     * Adds blanks to a line above a rule of one column, as an editor may have removed them and nothing else tells the header's
     * width.
     */
    private static List<String> padded(List<String> lines) {
        List<String> padded = new ArrayList<>(lines);
        for (int i = 0; i + 1 < lines.size(); i++) {
            int missing = lines.get(i + 1).length() - DisplayWidth.of(lines.get(i));
            if (missing > 0
                    && !lines.get(i).isBlank()
                    && ONE_COLUMN.matcher(lines.get(i + 1)).matches()) {
                padded.set(i, lines.get(i) + " ".repeat(missing));
            }
        }
        return padded;
    }

    private Optional<TableBlock> readAt(List<String> lines, int at, int table) {
        Optional<TableBlock> wellFormed = printed(lines, true, at, table);
        return strict ? wellFormed : wellFormed.or(() -> printed(lines, false, at, table));
    }

    private static Optional<TableBlock> printed(List<String> lines, boolean strict, int at, int table) {
        return new AlignedReader(lines, strict, table)
                .read(at)
                .or(() -> new ExpandedReader(lines, strict, table).read(at));
    }

    /** The lines at a footer's number of rows above it: only there an unaligned table can begin. */
    private static Set<Integer> counted(List<String> lines) {
        Set<Integer> counted = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            long rows = rows(lines.get(i));
            if (rows >= 0 && rows < i) {
                counted.add((int) (i - rows - 1));
            }
        }
        return counted;
    }

    /** The number in a footer {@code (n rows)}, or -1 for other lines. */
    static long rows(String line) {
        var matcher = FOOTER.matcher(line);
        return matcher.matches() ? Long.parseLong(matcher.group(1)) : -1;
    }
}
