package dev.pgduo.replay.compare;

import static dev.pgduo.replay.compare.VolatileClass.*;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds volatile values in a text by their form and, where the form is ambiguous, by the words before them. In a table's cell
 * only unambiguous forms are recognized.
 */
final class TextShapes {
    private static final String WORD_START = "(?<![\\w./-])";
    private static final String WORD_END = "(?![\\w/-])";

    /** In order of precedence: an earlier form takes its text first. */
    private static final List<TextShape> SHAPES = List.of(
            line(TIMESTAMP, ":", "(?<![\\w.-])(" + Shape.CTIME + ")(?!\\w)"),
            line(TIMESTAMP, ":", "^ *(" + Shape.ISO + ")(?!\\w)"),
            line(
                    TIMESTAMP,
                    ":",
                    "(?:\\b(?:time|TIME|up at|shut down at|modified|since|until)[: ] *|\\[)(" + Shape.ISO + ")(?!\\w)"),
            any(WALFILE, "", "(?<![0-9A-Za-z])([0-9A-F]{24}(?:\\.partial|\\.[0-9A-F]{8}\\.backup)?)(?!\\w)"),
            line(TIMELINE, ".history", "(?<!\\w)([0-9A-F]{8})(?=\\.history\\b)"),
            any(LSN, "/", WORD_START + "([0-9A-F]{1,8}/(?:0|[0-9A-F]{6,8}))" + WORD_END),
            line(SYSID, "identifier", "(?<=identifier\\b.{0,60}) (\\d{18,20})" + WORD_END),
            plan(DURATION, " ms", WORD_START + "(\\d+[.,]\\d{2,3} ms(?: \\([\\d: d.,]+\\))?)(?!\\w)"),
            plan(DURATION, "actual time=", "(?<=actual time=)(\\d+\\.\\d{3}\\.\\.\\d+\\.\\d{3})(?!\\w)"),
            line(DURATION, " s", WORD_START + "(?:(?:write|sync|total|longest|average)=)?(\\d+\\.\\d{3} s)(?!\\w)"),
            line(DURATION, "waited ", "(?<=^waited )(\\d+(?:\\.\\d+)? (?:ms|s|min))(?!\\w)"),
            line(COUNT, " tps ", "(?<=^load )(\\d+)(?= tps )"),
            line(DURATION, " tps ", "(?<=^load \\d{1,9} tps )(\\d+\\.\\d ms)$"),
            line(PID, "[", "(?<=\\[)([1-9]\\d*)(?=(?:-\\d+)?\\])"),
            line(PID, "p", "(?i:\\b(?:pid|process)(?: ?[:=])? ?)([1-9]\\d*)(?!\\w)"),
            line(TIMELINE, "timeline", "(?i:\\b(?:timeline(?: ID)?|TimeLineID)(?::? +))(\\d+)(?!\\w)"),
            line(
                    XID,
                    "",
                    "(?i:\\b(?:transaction(?: ID)?|xid|xmin|NextXID|oldestXID|oldestActiveXID)(?:[:=] *| ))"
                            + "((?:\\d+:)?\\d+)(?!\\w)"),
            line(PORT, "port", "(?i:\\bport(?: ?= ?'?| ?: ?| ))(\\d{2,5})(?!\\w)"),
            line(PORT, ".s.pgsql.", "(?<=\\.s\\.PGSQL\\.)(\\d{2,5})(?!\\w)"),
            line(SIZE, " kb (", "(?<!\\w)(\\d+)(?=/\\d+ kB \\()"),
            line(SIZE, " kb (", "(?<=/)(\\d+ kB)(?= \\()"),
            line(LINE, ".conf", "(?<=\\.conf:)(?<!\\.auto\\.conf:)([1-9]\\d*)(?=: )"),
            line(LINE, ".conf", "(?<=\\.conf\" line )([1-9]\\d*)(?!\\w)"),
            line(DOTS, "...", "(?<=waiting for server to (?:start|shut down|promote))(\\.{3,})"),
            line(PATH, "/", "(?<![\\w./:-])(/[\\w.+@-]+(?:/[\\w.+@-]+)++)"));

    private TextShapes() {}

    /** The volatile values of a text in this kind of place, from left to right, not overlapping. */
    static List<Span> of(String text, Set<VolatileClass> enabled, VolatileText.Place place) {
        List<Span> found = new ArrayList<>();
        String small = text.toLowerCase(Locale.ROOT);
        for (TextShape shape : SHAPES) {
            if (small.contains(shape.sign) && enabled.contains(shape.kind) && shape.least.compareTo(place) <= 0) {
                shape.addTo(found, text);
            }
        }
        found.sort(Comparator.comparingInt(Span::start));
        return found;
    }

    private static TextShape line(VolatileClass kind, String sign, String regex) {
        return new TextShape(kind, sign, Pattern.compile(regex), VolatileText.Place.LINE);
    }

    private static TextShape any(VolatileClass kind, String sign, String regex) {
        return new TextShape(kind, sign, Pattern.compile(regex), VolatileText.Place.CELL);
    }

    private static TextShape plan(VolatileClass kind, String sign, String regex) {
        return new TextShape(kind, sign, Pattern.compile(regex), VolatileText.Place.PLAN);
    }

    /** A volatile value in a text: {@code [start, end)} in UTF-16 units. */
    record Span(VolatileClass kind, int start, int end) {
        boolean overlaps(int from, int to) {
            return start < to && from < end;
        }
    }

    /**
     * A pattern for the values of a class.
     *
     * @param sign a text in lower case that every match contains in lower case, for a fast search
     * @param pattern the value is its first group
     */
    private record TextShape(VolatileClass kind, String sign, Pattern pattern, VolatileText.Place least) {
        void addTo(List<Span> found, String text) {
            Matcher matcher = pattern.matcher(text);
            while (matcher.find()) {
                int start = matcher.start(1);
                int end = matcher.end(1);
                if (found.stream().noneMatch(span -> span.overlaps(start, end))) {
                    found.add(new Span(kind, start, end));
                }
            }
        }
    }
}
