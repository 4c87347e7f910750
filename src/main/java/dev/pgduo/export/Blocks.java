package dev.pgduo.export;

import dev.pgduo.replay.event.Event;
import dev.pgduo.report.TerminalText;
import java.util.ArrayList;
import java.util.List;

/** Events as pieces of a document: prose, and the screen output in between. */
final class Blocks {
    private Blocks() {}

    /**
     * One piece.
     *
     * @param kind {@link Event.Kind#HEADING}, {@code PROSE}, or {@code TYPED} for a piece of the screen
     * @param lines of it; on the screen, blank lines part the steps
     */
    record Block(Event.Kind kind, List<String> lines) {
        Block {
            lines = List.copyOf(lines);
        }
    }

    /** The pieces in their order; notes and what pgduo says are no part of a document. */
    static List<Block> of(List<Event> events) {
        List<Block> blocks = new ArrayList<>();
        List<String> screen = new ArrayList<>();
        for (Event event : events) {
            switch (event.kind()) {
                case HEADING, PROSE -> {
                    flush(screen, blocks);
                    blocks.add(new Block(event.kind(), shown(event.text())));
                }
                case TYPED, PRINTED -> {
                    boolean begins = event.kind() == Event.Kind.TYPED
                            || event.fact("late").equals("true");
                    if (begins && !screen.isEmpty()) {
                        screen.add("");
                    }
                    screen.addAll(event.lines());
                }
                case LAB, NOTE, WAITED, REMARK, ENDED, FINISHED -> {}
            }
        }
        flush(screen, blocks);
        return blocks;
    }

    private static void flush(List<String> screen, List<Block> blocks) {
        while (!screen.isEmpty() && screen.get(screen.size() - 1).isBlank()) {
            screen.remove(screen.size() - 1);
        }
        if (!screen.isEmpty()) {
            blocks.add(new Block(Event.Kind.TYPED, shown(screen)));
            screen.clear();
        }
    }

    /** A document is also read in a terminal: it obeys nothing of a lab. */
    private static List<String> shown(List<String> lines) {
        return lines.stream().map(TerminalText::controlsShown).toList();
    }

    /** The title of the lab, in one line. */
    static String title(List<Event> events) {
        return TerminalText.controlsShown(lab(events).fact("title").replaceAll("\\R", " "));
    }

    /** The event that begins the lab. */
    static Event lab(List<Event> events) {
        return events.stream()
                .filter(event -> event.kind() == Event.Kind.LAB)
                .findFirst()
                .orElseThrow();
    }
}
