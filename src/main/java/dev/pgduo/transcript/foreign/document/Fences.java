package dev.pgduo.transcript.foreign.document;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The fences of a Markdown text as their authors meant them: for Markdown itself, a line inside that is indented less than the list item around it
 * ends the block, and what is then left of the fence begins another one.
 */
final class Fences {
    private static final Pattern OPENING = Pattern.compile(
            "(?<before>[ \\t]{0,80}(?:(?:[-*+]|\\d{1,9}[.)])[ \\t]{1,8}){0,8})(?<fence>`{3,}(?=[^`]*$)|~{3,})(?<info>.*)");
    /** HTML, to which all lines up to a blank one belong for Markdown, be they a fence. */
    private static final Pattern MARKUP = Pattern.compile(" {0,3}</?[A-Za-z].*");
    /** How much deeper than the list item around it a fence may be indented. */
    private static final int DEEPEST = 3;

    private static final int TAB = 4;

    private final List<DocLine> lines = new ArrayList<>();
    private final List<Fence> fences = new ArrayList<>();

    /** A fence from the line that opens it to the one that closes it, and the column it begins in. */
    private record Fence(int from, int to, int column) {}

    Fences(List<DocLine> source) {
        boolean markup = false;
        for (int at = 0; at < source.size(); ) {
            DocLine line = source.get(at);
            Matcher opening = OPENING.matcher(line.text());
            if (!opening.matches()) {
                markup = !line.blank() && (markup || MARKUP.matcher(line.text()).matches());
                lines.add(line);
                at++;
                continue;
            }
            if (markup) {
                lines.add(line.with(""));
            }
            markup = false;
            int end = end(source, at, opening.group("fence"));
            int column = columns(opening.group("before"));
            lines.add(line);
            at++;
            if (end > 0) {
                int from = lines.size() - 1;
                while (at < end) {
                    lines.add(inside(source.get(at++), column));
                }
                lines.add(closing(source.get(at++), column));
                fences.add(new Fence(from, lines.size() - 1, column));
            }
        }
    }

    /** The lines, of which none inside a fence is indented less than the fence. */
    List<DocLine> lines() {
        return lines;
    }

    /**
     * The lines with those fences in the first column that Markdown takes for something else, as for the end of a paragraph.
     *
     * @param known the lines in which fences begin for Markdown
     */
    List<DocLine> lines(Set<Integer> known) {
        Set<Integer> starts = new HashSet<>();
        List<DocLine> lifted = new ArrayList<>(lines);
        for (Fence fence : fences) {
            if (fence.column() > DEEPEST
                    && !known.contains(lines.get(fence.from()).number())) {
                starts.add(fence.from());
                lifted.set(fence.from(), opening(lines.get(fence.from())));
                for (int i = fence.from() + 1; i <= fence.to(); i++) {
                    lifted.set(i, lines.get(i).with(behind(lines.get(i).text(), fence.column())));
                }
            }
        }
        List<DocLine> apart = new ArrayList<>();
        for (int i = 0; i < lifted.size(); i++) {
            if (starts.contains(i)) {
                apart.add(lifted.get(i).with(""));
            }
            apart.add(lifted.get(i));
        }
        return apart;
    }

    /** The line that closes a fence; 0 when none does, or another fence is opened before. */
    private static int end(List<DocLine> source, int from, String fence) {
        for (int i = from + 1; i < source.size(); i++) {
            Matcher line = OPENING.matcher(source.get(i).text());
            if (line.matches() && line.group("fence").startsWith(fence)) {
                boolean closes =
                        line.group("info").isBlank() && line.group("before").isBlank();
                return closes ? i : 0;
            }
        }
        return 0;
    }

    private static DocLine opening(DocLine line) {
        Matcher opening = OPENING.matcher(line.text());
        return opening.matches() ? line.with(line.text().substring(opening.end("before"))) : line;
    }

    private static DocLine inside(DocLine line, int column) {
        int indent = columns(line.text().substring(0, BlockBuilder.indent(line.text())));
        return line.blank() || indent >= column
                ? line
                : line.with(" ".repeat(column) + line.text().strip());
    }

    private static DocLine closing(DocLine line, int column) {
        int indent = columns(line.text().substring(0, BlockBuilder.indent(line.text())));
        boolean good = indent >= column && indent <= column + DEEPEST;
        return good ? line : line.with(" ".repeat(column) + line.text().strip());
    }

    /** The number of columns that a text takes at the beginning of a line. */
    private static int columns(String text) {
        int columns = 0;
        for (int i = 0; i < text.length(); i++) {
            columns += text.charAt(i) == '\t' ? TAB - columns % TAB : 1;
        }
        return columns;
    }

    /** The text from this column on. */
    private static String behind(String text, int column) {
        int at = 0;
        while (at < BlockBuilder.indent(text) && columns(text.substring(0, at)) < column) {
            at++;
        }
        return text.substring(at);
    }
}
