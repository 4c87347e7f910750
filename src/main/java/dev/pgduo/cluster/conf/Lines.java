package dev.pgduo.cluster.conf;

import java.util.ArrayList;
import java.util.List;

/** Splits a text into lines with their terminators. */
final class Lines {
    private Lines() {}

    static List<String> of(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int newline = text.indexOf('\n', start);
            int end = newline < 0 ? text.length() : newline + 1;
            lines.add(text.substring(start, end));
            start = end;
        }
        return lines;
    }

    /**
     * The lines with one more, which is given without a terminator and gets that of its neighbour; a last line without a
     * terminator gets one.
     */
    static List<String> inserted(List<String> lines, int at, String line) {
        String end = endFor(lines, at);
        List<String> changed = new ArrayList<>(lines);
        if (at > 0 && !lines.get(at - 1).endsWith("\n")) {
            changed.set(at - 1, lines.get(at - 1) + end);
        }
        changed.add(at, line + end);
        return changed;
    }

    private static String endFor(List<String> lines, int at) {
        if (lines.isEmpty()) {
            return "\n";
        }
        String before = lines.get(Math.max(0, at - 1));
        String neighbour = before.endsWith("\n") ? before : lines.get(0);
        return neighbour.endsWith("\r\n") ? "\r\n" : "\n";
    }
}
