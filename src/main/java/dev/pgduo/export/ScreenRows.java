package dev.pgduo.export;

import dev.pgduo.replay.event.Event;
import dev.pgduo.report.LineBreaks;
import dev.pgduo.report.TerminalText;
import dev.pgduo.table.DisplayWidth;
import java.util.ArrayList;
import java.util.List;

/** The rows that a terminal of 80 columns shows of a lab, from its beginning to its end. */
final class ScreenRows {
    static final int COLUMNS = 80;

    private static final double LETTER = 0.05;
    private static final double LONGEST = 2;
    private static final double STEP = 1;
    private static final double READING = 1.5;

    /** The kinds of rows. */
    enum Kind {
        HEADING,
        PROSE,
        TYPED,
        PRINTED
    }

    /**
     * One row.
     *
     * @param text the text, at most {@link #COLUMNS} columns wide
     * @param node the node of its prompt or session; empty for none
     * @param prompt the number of letters that appear before anything is typed
     * @param time when it appears, in seconds since the beginning
     * @param typing how many seconds it takes to type it
     */
    record Row(Kind kind, String text, String node, int prompt, double time, double typing) {}

    private final List<Row> rows = new ArrayList<>();
    private double time;

    private ScreenRows() {}

    /** The rows of these events. */
    static List<Row> of(List<Event> events) {
        ScreenRows screen = new ScreenRows();
        events.forEach(screen::tell);
        return screen.rows;
    }

    private void tell(Event event) {
        switch (event.kind()) {
            case HEADING -> {
                gap();
                LineBreaks.of(shown(event.text().get(0)), COLUMNS).forEach(line -> row(Kind.HEADING, line, ""));
            }
            case PROSE -> {
                gap();
                String paragraph = shown(String.join(" ", event.text()));
                LineBreaks.of(paragraph, COLUMNS).forEach(line -> row(Kind.PROSE, line, ""));
                time += READING;
            }
            case TYPED -> {
                gap();
                event.lines().forEach(line -> typed(shown(line), event.pane().node()));
                time += LETTER;
            }
            case PRINTED -> {
                if (event.fact("late").equals("true")) {
                    gap();
                }
                event.lines()
                        .forEach(line -> cut(shown(line))
                                .forEach(part ->
                                        row(Kind.PRINTED, part, event.pane().node())));
            }
            case ENDED -> time += STEP;
            case LAB, NOTE, WAITED, REMARK, FINISHED -> {}
        }
    }

    private static String shown(String text) {
        return TerminalText.shown(text.replace("\t", "        "));
    }

    private void gap() {
        if (!rows.isEmpty()) {
            time += STEP;
            row(Kind.PRINTED, "", "");
        }
    }

    private void typed(String line, String node) {
        int prompt = line.indexOf("> ") < 0 ? 0 : line.indexOf("> ") + 2;
        for (String part : cut(line)) {
            int shown = Math.min(prompt, part.length());
            double typing = Math.min(LONGEST, LETTER * (part.length() - shown));
            rows.add(new Row(Kind.TYPED, part, node, shown, time, typing));
            time += typing;
            prompt = 0;
        }
    }

    private void row(Kind kind, String text, String node) {
        rows.add(new Row(kind, text, node, 0, time, 0));
    }

    /** The rows of a line, wrapped within words as by a terminal. */
    private static List<String> cut(String line) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        int width = 0;
        for (int letter : line.codePoints().toArray()) {
            int wide = DisplayWidth.of(Character.toString(letter));
            if (width + wide > COLUMNS) {
                parts.add(part.toString());
                part.setLength(0);
                width = 0;
            }
            part.appendCodePoint(letter);
            width += wide;
        }
        parts.add(part.toString());
        return parts;
    }
}
