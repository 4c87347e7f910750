package dev.pgduo.replay.compare;

import dev.pgduo.replay.compare.TableLine.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Parses psql's unaligned format where it is unambiguous: a header, rows with as many separators, and a footer with the number
 * of these rows.
 */
record UnalignedReader(List<String> lines, int table) {
    private static final int MANY = 100_000;

    /** Parses the table whose first line has this index; empty when there is none. */
    Optional<TableBlock> read(int first) {
        String header = lines.get(first);
        if (header.isBlank() || header.startsWith(" ") || (first > 0 && !endsText(lines.get(first - 1)))) {
            return Optional.empty();
        }
        List<String> names = cells(header);
        List<TableLine> block = new ArrayList<>();
        block.add(new TableLine(table, Part.HEADER, names, names));
        for (int i = first + 1; i < lines.size() && i - first < MANY; i++) {
            String line = lines.get(i);
            if (TableReader.rows(line) == i - first - 1) {
                block.add(new TableLine(table, Part.FOOTER, List.of(""), List.of(line)));
                return Optional.of(new TableBlock(first, block));
            }
            List<String> cells = cells(line);
            if (line.equals(TableReader.UNKNOWN) || cells.size() != names.size()) {
                return Optional.empty();
            }
            block.add(new TableLine(table, Part.ROW, names, cells));
        }
        return Optional.empty();
    }

    private static boolean endsText(String line) {
        return line.isBlank() || TableReader.rows(line) >= 0;
    }

    private static List<String> cells(String line) {
        return List.of(line.split("\\|", -1));
    }
}
