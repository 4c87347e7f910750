package dev.pgduo.export;

import dev.pgduo.replay.event.Event;
import java.util.List;

/** AsciiDoc: the lab's title, its sections, the screen in listing blocks. */
final class AsciiDoc implements ExportFormat {
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

    /** A line that would begin something else is text. */
    private static String paragraph(String line) {
        return line.matches("[=.*|+/-].*") ? "{empty}" + line : line;
    }

    private static void listing(List<String> lines, StringBuilder text) {
        String rule = "----";
        while (lines.contains(rule)) {
            rule += "-";
        }
        text.append("[listing]\n").append(rule).append('\n');
        lines.forEach(line -> text.append(line).append('\n'));
        text.append(rule).append('\n');
    }
}
