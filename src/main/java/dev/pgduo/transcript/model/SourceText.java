package dev.pgduo.transcript.model;

import java.util.ArrayList;
import java.util.List;

/**
 * A file's text cut into lines so that nothing is lost.
 *
 * @param source what messages call the file
 * @param mark the byte order mark, or empty
 * @param lines every line in order
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

    private static SourceLine line(int number, String whole) {
        int length = whole.length();
        int end = whole.endsWith("\r\n") ? length - 2 : whole.endsWith("\n") ? length - 1 : length;
        return new SourceLine(number, whole.substring(0, end), whole.substring(end));
    }

    /** The text again, character for character. */
    public String render() {
        StringBuilder text = new StringBuilder(mark);
        lines.forEach(line -> text.append(line.text()).append(line.end()));
        return text.toString();
    }

    /** The line with this 1-based number. */
    public SourceLine line(int number) {
        return lines.get(number - 1);
    }
}
