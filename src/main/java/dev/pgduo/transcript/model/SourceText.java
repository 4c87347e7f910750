package dev.pgduo.transcript.model;

import dev.pgduo.report.Position;
import java.util.ArrayList;
import java.util.List;

/**
 * A file's text, split into lines without losing any character. Lines of included files follow the including line and are
 * numbered with the others; they are not written back.
 *
 * @param source the file's name for messages
 * @param mark the byte order mark, or empty
 * @param lines all lines in order
 */
public record SourceText(String source, String mark, List<SourceLine> lines) {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    public SourceText {
        lines = List.copyOf(lines);
    }

    public static SourceText of(String text, String source) {
        String mark = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : "";
        List<SourceLine> lines = new ArrayList<>();
        int start = mark.length();
        while (start < text.length()) {
            int newline = text.indexOf('\n', start);
            int next = newline < 0 ? text.length() : newline + 1;
            lines.add(line(lines.size() + 1, text.substring(start, next)));
            start = next;
        }
        return new SourceText(source, mark, lines);
    }

    /** The same text with these lines, numbered anew. */
    public SourceText with(List<SourceLine> others) {
        List<SourceLine> numbered = new ArrayList<>();
        others.forEach(line -> numbered.add(new SourceLine(numbered.size() + 1, line.text(), line.end(), line.from())));
        return new SourceText(source, mark, numbered);
    }

    private static SourceLine line(int number, String whole) {
        int length = whole.length();
        int end = whole.endsWith("\r\n") ? length - 2 : whole.endsWith("\n") ? length - 1 : length;
        return new SourceLine(number, whole.substring(0, end), whole.substring(end));
    }

    /** The file's text, character for character. */
    public String render() {
        StringBuilder text = new StringBuilder(mark);
        lines.stream()
                .filter(SourceLine::own)
                .forEach(line -> text.append(line.text()).append(line.end()));
        return text.toString();
    }

    /** The text including the lines of included files. */
    public String expanded() {
        StringBuilder text = new StringBuilder(mark);
        lines.forEach(line -> text.append(line.text()).append(line.end()));
        return text.toString();
    }

    /** The position of this line in the file to which it belongs. */
    public Position position(int number, int column) {
        Position included = number >= 1 && number <= lines.size() ? line(number).from() : null;
        return included == null
                ? new Position(source, ownLine(number), column)
                : new Position(included.source(), included.line(), column);
    }

    /** The number of this line in the file itself; for an included one, that of the including line. */
    public int ownLine(int number) {
        long included = lines.stream()
                .limit(Math.max(0, number))
                .filter(line -> !line.own())
                .count();
        return number - (int) included;
    }

    /** The line with this number, from 1. */
    public SourceLine line(int number) {
        return lines.get(number - 1);
    }
}
