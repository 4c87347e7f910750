package dev.pgduo.replay.compare;

import dev.pgduo.replay.compare.TableLine.Part;
import dev.pgduo.table.DisplayWidth;
import java.util.ArrayList;
import java.util.List;

/** Collects the lines of an aligned table after its title, and determines the alignment of its columns. */
final class AlignedBody {
    private final int table;
    private final Ruler ruler;
    private final List<String> names;
    private final List<List<String>> rows = new ArrayList<>();
    private final List<List<String>> marks = new ArrayList<>();
    private final List<TableLine> bottom = new ArrayList<>();
    private long count;
    private boolean open;
    private boolean even = true;

    AlignedBody(int table, Ruler ruler, List<String> names) {
        this.table = table;
        this.ruler = ruler;
        this.names = names;
    }

    int border() {
        return ruler.border();
    }

    /** Adds a physical line; the cells include their padding. */
    void row(String line, List<String> cells, boolean inPlace) {
        even &= inPlace;
        List<String> lineBreaks = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            lineBreaks.add(ruler.mark(line, i));
        }
        rows.add(cells);
        marks.add(lineBreaks);
        count += open ? 0 : 1;
        open = lineBreaks.contains("\n");
    }

    void bottom(boolean edge, String footer) {
        if (edge) {
            bottom.add(new TableLine(table, Part.EDGE, List.of(""), List.of("")));
        }
        if (!footer.isEmpty()) {
            bottom.add(new TableLine(table, Part.FOOTER, List.of(""), List.of(footer)));
        }
    }

    /** Whether the table has this many rows. */
    boolean counts(long expected) {
        return count == expected;
    }

    List<TableLine> lines() {
        List<String> alignment = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            alignment.add(even ? alignment(i) : "");
        }
        List<TableLine> lines = new ArrayList<>();
        lines.add(new TableLine(table, Part.HEADER, names, names));
        lines.add(new TableLine(table, Part.RULER, names, alignment));
        for (int i = 0; i < rows.size(); i++) {
            lines.add(new TableLine(table, Part.ROW, names, contents(i, alignment)));
        }
        lines.addAll(bottom);
        return lines;
    }

    private List<String> contents(int row, List<String> alignment) {
        List<String> contents = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String cell = rows.get(row).get(i);
            String content = alignment.get(i).equals("L") ? cell.stripTrailing() : cell.strip();
            contents.add(content + marks.get(row).get(i));
        }
        return contents;
    }

    private String alignment(int column) {
        int width = ruler.columns().get(column).width();
        boolean left = false;
        boolean indented = false;
        for (List<String> row : rows) {
            String cell = row.get(column);
            int end = DisplayWidth.of(cell.stripTrailing());
            left |= end > 0 && end < width;
            indented |= end > 0 && cell.startsWith(" ");
        }
        if (left) {
            return "L";
        }
        return indented ? "R" : "";
    }
}
