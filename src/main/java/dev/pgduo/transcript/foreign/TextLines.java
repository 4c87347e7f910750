package dev.pgduo.transcript.foreign;

import dev.pgduo.transcript.foreign.document.DocLine;
import java.util.ArrayList;
import java.util.List;

/**
 * Adjacent lines, which are text or not according to {@code --map}.
 *
 * @param text whether they are text, whatever they look like
 */
record TextLines(boolean text, List<DocLine> lines) {
    TextLines {
        lines = List.copyOf(lines);
    }

    /** The lines in parts. */
    static List<TextLines> parts(List<DocLine> lines, PaneMap map) {
        List<TextLines> parts = new ArrayList<>();
        int from = 0;
        while (from < lines.size()) {
            boolean text = map.text(lines.get(from).number());
            int to = from;
            while (to < lines.size() && map.text(lines.get(to).number()) == text) {
                to++;
            }
            parts.add(new TextLines(text, lines.subList(from, to)));
            from = to;
        }
        return parts;
    }

    /** What stands in them as prose. */
    Item.Prose prose() {
        return new Item.Prose(lines.stream().filter(line -> !line.blank()).toList());
    }
}
