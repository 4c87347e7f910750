package dev.pgduo.export;

import dev.pgduo.replay.event.Event;
import java.util.List;
import java.util.regex.Pattern;

/** AsciiDoc: the lab's title, its sections, the screen in listing blocks. */
final class AsciiDoc implements ExportFormat {
    /** Beginnings of lines that would not be a paragraph. */
    private static final Pattern BEGINS =
            Pattern.compile("[=.*|+/:-].*|```.*|\\[.*|_{4}.*|'{3}.*|\"{3}.*|<<<.*|[!,]===.*|\\\\?[a-z]+::.*\\[.*");

    /** Directives that are processed even in a listing: includes and conditions. */
    private static final Pattern READS = Pattern.compile("\\\\?(?:include|ifdef|ifndef|ifeval|endif)::.*\\[.*");

    @Override
    public String write(List<Event> events) {
        StringBuilder text = new StringBuilder("= " + Blocks.title(events) + "\n");
        for (Blocks.Block block : Blocks.of(events)) {
            text.append('\n');
            switch (block.kind()) {
                case HEADING -> text.append("== ").append(block.lines().get(0)).append('\n');
                case PROSE ->
                    block.lines().forEach(line -> text.append(paragraph(line)).append('\n'));
                default -> listing(block.lines(), text);
            }
        }
        return text.toString();
    }

    /** A line of a paragraph; one that would begin something else is escaped. */
    private static String paragraph(String line) {
        String text = BEGINS.matcher(line).matches() ? "{empty}" + line : line;
        return text.replace("++", "{plus}{plus}").replaceAll("\\bpass:([a-z,-]*)\\[", "pass:$1{startsb}");
    }

    private static void listing(List<String> lines, StringBuilder text) {
        String rule = "----";
        while (lines.contains(rule)) {
            rule += "-";
        }
        text.append("[listing]\n").append(rule).append('\n');
        lines.forEach(line -> text.append(READS.matcher(line).matches() ? "\\" : "")
                .append(line)
                .append('\n'));
        text.append(rule).append('\n');
    }
}
