package dev.pgduo.replay.compare;

import dev.pgduo.table.DisplayWidth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parses psql's aligned format: header, ruler, rows, footer, optionally with a title and outer lines. */
record AlignedReader(List<String> lines, boolean strict, int table) {

    /** Parses the table whose first line has this index; empty when there is none. */
    Optional<TableBlock> read(int first) {
        for (int above = 0; above <= 2; above++) {
            int header = first + above;
            if (header + 1 >= lines.size() || lines.get(header).isBlank()) {
                return Optional.empty();
            }
            for (Ruler ruler : Ruler.read(lines.get(header + 1))) {
                Optional<TableBlock> block = read(first, header, ruler);
                if (block.isPresent()) {
                    return block;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<TableBlock> read(int first, int header, Ruler ruler) {
        int edges = ruler.border() == 2 ? 1 : 0;
        int titles = header - first - edges;
        boolean framed = edges == 0 || (header > first && isRule(header - 1, header + 1));
        boolean titled = titles == 0 || (titles == 1 && isTitle(lines.get(first)));
        if (!framed || !titled) {
            return Optional.empty();
        }
        return cells(header, ruler)
                .filter(names -> !strict || centred(header, ruler, names))
                .flatMap(names -> body(header, ruler, strip(names)))
                .map(body -> withTop(first, header, body));
    }

    private Optional<AlignedBody> body(int header, Ruler ruler, List<String> names) {
        int footer = header + 2;
        while (footer < lines.size() && !lines.get(footer).equals(TableReader.UNKNOWN) && !isEnd(footer)) {
            footer++;
        }
        Optional<AlignedBody> counted = isFooter(footer) ? body(header, ruler, names, footer) : Optional.empty();
        if (counted.isPresent() && counted.get().counts(TableReader.rows(lines.get(footer)))) {
            return counted;
        }
        int end = header + 2;
        while (end < lines.size() && !lines.get(end).isBlank() && !isFooter(end) && (strict || mayBeRow(end, ruler))) {
            end++;
        }
        return isFooter(end) && strict ? Optional.empty() : body(header, ruler, names, end);
    }

    /** Whether a line can be a row: the lines below a table's description have no column separators. */
    private boolean mayBeRow(int line, Ruler ruler) {
        return ruler.border() == 0
                || ruler.columns().size() == 1
                || ruler.ascii(lines.get(line)).indexOf('|') >= 0;
    }

    private Optional<AlignedBody> body(int header, Ruler ruler, List<String> names, int end) {
        AlignedBody body = new AlignedBody(table, ruler, names);
        int edges = ruler.border() == 2 ? 1 : 0;
        int last = end - edges;
        if (last < header + 2 || (edges == 1 && !isRule(last, header + 1))) {
            return Optional.empty();
        }
        for (int i = header + 2; i < last; i++) {
            Optional<List<String>> row = cells(i, ruler);
            if (row.isEmpty() || (strict && overflows(row.get(), ruler))) {
                return Optional.empty();
            }
            String text = ruler.ascii(lines.get(i));
            body.row(text, row.get(), ruler.cut(text).equals(row));
        }
        body.bottom(edges == 1, isFooter(end) ? lines.get(end) : "");
        return Optional.of(body);
    }

    private TableBlock withTop(int first, int header, AlignedBody body) {
        List<TableLine> all = new ArrayList<>();
        for (int i = first; i < header; i++) {
            boolean edge = i == header - 1 && body.border() == 2;
            TableLine.Part part = edge ? TableLine.Part.EDGE : TableLine.Part.TITLE;
            all.add(new TableLine(
                    table, part, List.of(""), List.of(edge ? "" : lines.get(i).strip())));
        }
        all.addAll(body.lines());
        return new TableBlock(first, all);
    }

    private Optional<List<String>> cells(int line, Ruler ruler) {
        String text = ruler.ascii(lines.get(line));
        if (text.equals(TableReader.UNKNOWN)) {
            return Optional.empty();
        }
        Optional<List<String>> cut = ruler.cut(text);
        return strict
                ? cut
                : cut.filter(cells -> cells.size() == 1 || !overflows(cells, ruler))
                        .or(() -> split(text, ruler))
                        .or(() -> cut);
    }

    private static Optional<List<String>> split(String text, Ruler ruler) {
        String inner = (ruler.border() == 2 && text.startsWith("|")) ? text.substring(1, text.length() - 1) : text;
        List<String> cells = List.of(inner.split("\\|", -1));
        return (ruler.border() > 0 && cells.size() == ruler.columns().size()) ? Optional.of(cells) : Optional.empty();
    }

    private boolean centred(int header, Ruler ruler, List<String> names) {
        boolean padded = ruler.border() == 0 || DisplayWidth.of(lines.get(header)) == ruler.width();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i).strip();
            int space = ruler.columns().get(i).width() - DisplayWidth.of(name);
            padded &= space >= 0 && names.get(i).startsWith(" ".repeat(space / 2) + name);
        }
        return padded;
    }

    private static boolean overflows(List<String> cells, Ruler ruler) {
        int last = cells.size() - 1;
        return DisplayWidth.of(cells.get(last)) > ruler.columns().get(last).width();
    }

    private boolean isRule(int line, int ruler) {
        return Ruler.unicodeless(lines.get(line)).equals(Ruler.unicodeless(lines.get(ruler)));
    }

    private static boolean isTitle(String line) {
        return line.startsWith(" ") && TableReader.rows(line.strip()) < 0;
    }

    private boolean isFooter(int line) {
        return line < lines.size() && TableReader.rows(lines.get(line)) >= 0;
    }

    private boolean isEnd(int line) {
        return isFooter(line)
                || (lines.get(line).startsWith("--")
                        && !Ruler.read(lines.get(line)).isEmpty());
    }

    private static List<String> strip(List<String> cells) {
        return cells.stream().map(String::strip).toList();
    }
}
