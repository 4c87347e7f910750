package dev.pgduo.export;

import dev.pgduo.replay.event.Event;
import dev.pgduo.report.TerminalText;
import java.util.ArrayList;
import java.util.List;

/** Converts events to the parts of a document: prose, and screen output between. */
final class Blocks {
    private Blocks() {}

    /**
     * One part.
     *
     * @param kind {@link Event.Kind#HEADING}, {@code PROSE}, or {@code TYPED} for screen output
     * @param lines its lines; in screen output, blank lines separate the steps
     */
    record Block(Event.Kind kind, List<String> lines) {
        Block {
            lines = List.copyOf(lines);
        }
    }

    /** The parts in order; notes and remarks of pgduo are left out. */
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

    /** The lines without escape sequences, because a document may be read in a terminal. */
    private static List<String> shown(List<String> lines) {
        return lines.stream().map(TerminalText::controlsShown).toList();
    }

    /** The title of the lab on one line. */
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
