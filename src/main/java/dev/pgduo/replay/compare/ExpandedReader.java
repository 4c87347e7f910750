package dev.pgduo.replay.compare;

import dev.pgduo.replay.compare.TableLine.Part;
import dev.pgduo.table.DisplayWidth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses psql's expanded format with border 1 or 2: records of {@code name | value} lines. */
record ExpandedReader(List<String> lines, boolean strict, int table) {
    private static final Pattern RECORD = Pattern.compile("(\\+)?-\\[ ([^\\]]*\\d+) \\]([-+]*)");
    private static final Pattern EDGE = Pattern.compile("\\+-+\\+-+\\+");

    /** Parses the table whose first line has this index; empty when there is none. */
    Optional<TableBlock> read(int first) {
        if (!isRecord(first)) {
            return Optional.empty();
        }
        int bar = bar(first);
        List<TableLine> block = new ArrayList<>();
        String name = "";
        int at = first;
        while (bar > 0 && at < lines.size() && fits(at, bar)) {
            TableLine line = line(at, bar, name);
            name = line.columns().get(0);
            block.add(line);
            at++;
        }
        boolean unknown = at < lines.size() && lines.get(at).equals(TableReader.UNKNOWN);
        boolean whole = block.size() > 1 && !unknown && (!strict || widthsAgree(first, at, bar));
        return whole ? Optional.of(new TableBlock(first, block)) : Optional.empty();
    }

    private boolean isRecord(int line) {
        return record(line).matches();
    }

    private Matcher record(int line) {
        return RECORD.matcher(rule(line));
    }

    private boolean isEdge(int line) {
        return EDGE.matcher(rule(line)).matches();
    }

    private String rule(int line) {
        return Ruler.unicodeless(lines.get(line));
    }

    /** The display column of the bar between names and values, from the first field; -1 when there is none. */
    private int bar(int first) {
        if (first + 1 >= lines.size()) {
            return -1;
        }
        String field = shown(first + 1);
        int bar = field.indexOf('|', 1);
        return bar < 0 ? -1 : DisplayWidth.of(field.substring(0, bar));
    }

    private boolean fits(int line, int bar) {
        String text = shown(line);
        return isRecord(line)
                || (isEdge(line) && Ruler.charAt(rule(line), bar) == '+')
                || Ruler.charAt(text, bar) == '|'
                || (!strict && text.indexOf('|', 1) > 0);
    }

    private TableLine line(int at, int bar, String previous) {
        String text = shown(at);
        Matcher record = record(at);
        if (record.matches()) {
            return new TableLine(table, Part.RECORD, List.of(""), List.of(record.group(2)));
        }
        if (isEdge(at)) {
            return new TableLine(table, Part.EDGE, List.of(""), List.of(""));
        }
        boolean framed = record(firstOf(at)).matches() && text.startsWith("|");
        int split = Ruler.charAt(text, bar) == '|' ? DisplayWidth.indexAt(text, bar) : text.indexOf('|', 1);
        String name = text.substring(framed ? 1 : 0, split).strip();
        String value = value(text.substring(split + 1), framed, continues(at, bar));
        return new TableLine(table, Part.FIELD, List.of(name.isEmpty() ? previous : name), List.of(value));
    }

    private int firstOf(int at) {
        int first = at;
        while (!isRecord(first)) {
            first--;
        }
        return first;
    }

    /** Whether a value continues in the next line, which has no name then. */
    private boolean continues(int at, int bar) {
        if (at + 1 >= lines.size() || !fits(at + 1, bar)) {
            return false;
        }
        String next = shown(at + 1);
        int index = DisplayWidth.indexAt(next, bar);
        return index > 0
                && !isRecord(at + 1)
                && next.substring(next.startsWith("|") ? 1 : 0, index).isBlank();
    }

    private static String value(String cell, boolean framed, boolean continues) {
        String inner = framed && cell.endsWith("|") ? cell.substring(0, cell.length() - 1) : cell;
        String content = inner.startsWith(" ") ? inner.substring(1) : inner;
        String value = content.stripTrailing();
        boolean marked = continues && value.endsWith("+");
        return marked ? value.substring(0, value.length() - 1).stripTrailing() + "\n" : value;
    }

    /** Whether all bars are in the first one's column, and all rules have the length that the widest value requires. */
    private boolean widthsAgree(int first, int end, int bar) {
        int border = lines.get(first).startsWith("+") ? 2 : 1;
        int widest = 0;
        for (int i = first; i < end; i++) {
            widest = Math.max(widest, isRecord(i) ? 0 : valueWidth(shown(i), bar, border));
        }
        boolean agree = true;
        for (int i = first; i < end; i++) {
            agree &= !isRecord(i) || ruleFits(i, bar, bar + 2 + widest + (border == 2 ? 2 : 0));
        }
        return agree;
    }

    private static int valueWidth(String line, int bar, int border) {
        int width = DisplayWidth.of(border == 2 ? line : line.stripTrailing()) - bar - 2 - (border == 2 ? 2 : 0);
        return line.endsWith("+") && border == 1 ? width - 1 : width;
    }

    private boolean ruleFits(int line, int bar, int width) {
        String rule = rule(line);
        int label = rule.indexOf(']') + 1;
        int length = DisplayWidth.of(rule);
        boolean joint = label > bar || Ruler.charAt(rule, bar) == '+';
        return joint && length >= Math.max(label, width) && length <= Math.max(label + 2, width + 2);
    }

    private String shown(int line) {
        String text = lines.get(line);
        return text.indexOf('│') < 0 ? text : Ruler.unicodeless(text);
    }
}
