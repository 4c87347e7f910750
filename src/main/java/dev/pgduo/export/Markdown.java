package dev.pgduo.export;

import dev.pgduo.replay.event.Event;
import java.util.List;
import java.util.regex.Pattern;

/** CommonMark: the lab's title, its sections, the screen in fenced blocks. */
final class Markdown implements ExportFormat {
    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_\\[\\]<>#|~]");

    @Override
    public String write(List<Event> events) {
        StringBuilder text = new StringBuilder();
        String title = Blocks.title(events);
        text.append("# ").append(escaped(title)).append('\n');
        for (Blocks.Block block : Blocks.of(events)) {
            text.append('\n');
            switch (block.kind()) {
                case HEADING ->
                    text.append("## ").append(escaped(block.lines().get(0))).append('\n');
                case PROSE ->
                    block.lines().forEach(line -> text.append(paragraph(line)).append('\n'));
                default -> fenced(block.lines(), text);
            }
        }
        return text.toString();
    }

    /** A line of a paragraph, in which code in backquotes is kept. */
    private static String paragraph(String line) {
        return CodeSpans.write(line, Markdown::escaped, code -> "`" + code + "`");
    }

    private static String escaped(String text) {
        return SPECIAL.matcher(text).replaceAll("\\\\$0");
    }

    /** Writes lines in a fence that is longer than any in the text. */
    private static void fenced(List<String> lines, StringBuilder text) {
        String fence = "```";
        while (String.join("\n", lines).contains(fence)) {
            fence += "`";
        }
        text.append(fence).append("text\n");
        lines.forEach(line -> text.append(line).append('\n'));
        text.append(fence).append('\n');
    }
}
