package dev.pgduo.export;

import dev.pgduo.replay.event.Event;
import java.util.List;

/** Plain text in the layout of a lab file: titles with a rule, paragraphs, screen output with indentation and bars. */
final class PlainText implements ExportFormat {
    @Override
    public String write(List<Event> events) {
        StringBuilder text = new StringBuilder();
        for (Blocks.Block block : Blocks.of(events)) {
            if (text.length() > 0) {
                text.append('\n');
            }
            block.lines().forEach(line -> text.append(line).append('\n'));
            if (block.kind() == Event.Kind.HEADING) {
                String title = block.lines().get(0);
                text.append("~".repeat(Math.max(3, title.codePointCount(0, title.length()))))
                        .append('\n');
            }
        }
        return text.toString();
    }
}
