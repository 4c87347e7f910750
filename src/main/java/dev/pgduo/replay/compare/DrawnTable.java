package dev.pgduo.replay.compare;

import dev.pgduo.replay.compare.TableLine.Part;
import dev.pgduo.table.Column;
import dev.pgduo.table.Expanded;
import dev.pgduo.table.Heading;
import dev.pgduo.table.OutputPrinter;
import dev.pgduo.table.PrintOptions;
import dev.pgduo.table.Printers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Formats a parsed table again, as psql would print its values. */
final class DrawnTable {
    private final List<TableLine> lines;
    private final Map<String, String> alignments;

    /**
     * A parsed table.
     *
     * @param lines all lines
     * @param alignments the known alignment of its columns by name, L or R
     */
    DrawnTable(List<TableLine> lines, Map<String, String> alignments) {
        this.lines = List.copyOf(lines);
        this.alignments = alignments;
    }

    /** The border settings, 0 to 2, with which psql prints these lines; blanks at line ends may be missing. */
    Set<Integer> borders(List<String> text) {
        boolean aligned = lines.stream().anyMatch(line -> line.part() == Part.RULER);
        List<List<String>> rows = aligned ? rows() : records();
        List<Column> columns = aligned ? columns() : fields();
        boolean whole = rows.stream().allMatch(row -> row.size() == columns.size());
        PrintOptions options =
                PrintOptions.defaults().withFooter(false).withExpanded(aligned ? Expanded.OFF : Expanded.ON);
        Heading heading = new Heading(columns, title(), footers());
        Set<Integer> borders = new TreeSet<>();
        for (int border = 0; whole && border <= 2; border++) {
            if (same(draw(heading, options.withBorder(border), rows), text)) {
                borders.add(border);
            }
        }
        return borders;
    }

    /** Whether a line equals this one, apart from blanks at the end that an editor may have removed. */
    static boolean same(String line, String whole) {
        return line.equals(whole) || line.equals(whole.stripTrailing());
    }

    private static boolean same(List<String> drawn, List<String> text) {
        int end = Matcher.end(drawn, String::isBlank);
        boolean same = end == text.size();
        for (int i = 0; same && i < end; i++) {
            same = same(Ruler.unicodeless(text.get(i)), drawn.get(i));
        }
        return same;
    }

    private List<String> footers() {
        return lines.stream()
                .filter(line -> line.part() == Part.FOOTER)
                .map(line -> line.cells().get(0))
                .toList();
    }

    private @Nullable String title() {
        return lines.get(0).part() == Part.TITLE ? lines.get(0).cells().get(0) : null;
    }

    private List<Column> columns() {
        TableLine ruler = lines.stream()
                .filter(line -> line.part() == Part.RULER)
                .findFirst()
                .orElseThrow();
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < ruler.columns().size(); i++) {
            String name = ruler.columns().get(i);
            String known = alignments.getOrDefault(name, "");
            columns.add(new Column(name, (known.isEmpty() ? ruler.cells().get(i) : known).equals("R")));
        }
        return columns;
    }

    /** The rows; cells include their line breaks. */
    private List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        boolean open = false;
        for (TableLine line : lines) {
            if (line.part() == Part.ROW) {
                if (open) {
                    rows.set(rows.size() - 1, joined(rows.get(rows.size() - 1), line.cells()));
                } else {
                    rows.add(line.cells());
                }
                open = line.cells().stream().anyMatch(cell -> cell.endsWith("\n"));
            }
        }
        return rows;
    }

    private static List<String> joined(List<String> above, List<String> below) {
        List<String> joined = new ArrayList<>();
        for (int i = 0; i < above.size(); i++) {
            joined.add(above.get(i) + below.get(i));
        }
        return joined;
    }

    private List<Column> fields() {
        List<Column> columns = new ArrayList<>();
        int records = 0;
        boolean open = false;
        for (TableLine line : lines) {
            records += line.part() == Part.RECORD ? 1 : 0;
            if (records == 1 && line.part() == Part.FIELD) {
                if (!open) {
                    columns.add(new Column(line.columns().get(0), false));
                }
                open = line.cells().get(0).endsWith("\n");
            }
        }
        return columns;
    }

    private List<List<String>> records() {
        List<List<String>> rows = new ArrayList<>();
        boolean open = false;
        for (TableLine line : lines) {
            if (line.part() == Part.RECORD) {
                rows.add(new ArrayList<>());
            } else if (line.part() == Part.FIELD) {
                List<String> row = rows.get(rows.size() - 1);
                String value = line.cells().get(0);
                if (open) {
                    row.set(row.size() - 1, row.get(row.size() - 1) + value);
                } else {
                    row.add(value);
                }
                open = value.endsWith("\n");
            }
        }
        return rows;
    }

    private static List<String> draw(Heading heading, PrintOptions options, List<List<String>> rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        OutputPrinter printer = Printers.open(heading, options, bytes);
        try {
            printer.rows(rows.stream().map(DrawnTable::bytes).toList());
            printer.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.of(bytes.toString(StandardCharsets.UTF_8).split("\n", -1));
    }

    private static byte[][] bytes(List<String> row) {
        return row.stream().map(cell -> cell.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new);
    }
}
