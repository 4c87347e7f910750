package dev.pgduo.export;

import dev.pgduo.replay.event.Event;
import dev.pgduo.table.DisplayWidth;
import java.util.List;
import java.util.Locale;

/**
 * A picture of a terminal, drawn with the viewer's fonts: the last rows of the output, or all of it, typed and scrolled by
 * animations without a script. Rows of node a have a green edge, those of node b a blue one.
 */
final class Svg implements ExportFormat {
    /** Whether the picture is animated. */
    enum Motion {
        STILL,
        ANIMATED
    }

    private static final int ROWS = 28;
    private static final double WIDTH = 8.4;
    private static final int HEIGHT = 18;
    private static final int EDGE = 16;
    private static final int BAR = 5;
    private static final double LAST_LOOK = 5;

    private final Motion motion;

    Svg(Motion motion) {
        this.motion = motion;
    }

    @Override
    public String write(List<Event> events) {
        return new Picture(events, motion).text();
    }

    /** Draws one picture. */
    private static final class Picture {
        private final List<ScreenRows.Row> rows;
        private final List<Event> events;
        private final boolean moves;
        private final StringBuilder text = new StringBuilder();

        Picture(List<Event> events, Motion motion) {
            List<ScreenRows.Row> all = ScreenRows.of(events);
            this.moves = motion == Motion.ANIMATED;
            this.rows = moves ? all : last(all);
            this.events = events;
        }

        /** The last rows that fit, beginning with one that is not empty. */
        private static List<ScreenRows.Row> last(List<ScreenRows.Row> all) {
            int from = Math.max(0, all.size() - ROWS);
            while (from < all.size() && all.get(from).text().isBlank()) {
                from++;
            }
            return all.subList(from, all.size());
        }

        String text() {
            int lines = Math.max(1, Math.min(ROWS, rows.size()));
            String pair = pair();
            int width = (int) Math.ceil(ScreenRows.COLUMNS * WIDTH) + 2 * EDGE;
            int screen = lines * HEIGHT;
            int height = screen + 2 * EDGE + (pair.isEmpty() ? 0 : HEIGHT + BAR);
            add(
                    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\""
                            + " aria-labelledby=\"title\">%n",
                    width, height, width, height);
            add("<title id=\"title\">%s</title>%n", HtmlText.escaped(Blocks.title(events)));
            style();
            add("<rect class=\"paper\" width=\"100%%\" height=\"100%%\" rx=\"8\"/>%n");
            add(
                    "<svg x=\"0\" y=\"%d\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\">%n",
                    EDGE, width, screen, width, screen);
            text.append("<g class=\"roll\">\n");
            for (int i = 0; i < rows.size(); i++) {
                row(rows.get(i), i);
            }
            text.append("</g>\n</svg>\n");
            if (!pair.isEmpty()) {
                line(pair, EDGE, screen + 2 * EDGE + BAR, "pair");
            }
            return text.append("</svg>\n").toString();
        }

        /** The state of the nodes at the end; empty for an animated picture. */
        private String pair() {
            return moves
                    ? ""
                    : events.stream()
                            .filter(event -> event.kind() == Event.Kind.ENDED)
                            .map(StepText::pair)
                            .reduce("", (before, after) -> after);
        }

        private void style() {
            text.append("""
                    <style>
                    text { font: 14px "DejaVu Sans Mono", Menlo, Consolas, "Liberation Mono", monospace; fill: #d5dbe1; }
                    .paper { fill: #1c2128; }
                    .heading { font-weight: bold; fill: #f0f3f6; }
                    .prose { fill: #adbac7; }
                    .typed { fill: #f0f3f6; font-weight: bold; }
                    .prompt { fill: #8b98a5; }
                    .pair { fill: #8b98a5; }
                    .a { fill: #57ab5a; }
                    .b { fill: #539bf5; }
                    """);
            if (moves) {
                roll();
            }
            text.append("</style>\n");
        }

        /**
         * Animates the rows: they appear at their times, and move up when the screen is full. A viewer who prefers reduced
         * motion sees the end.
         */
        private void roll() {
            double length = rows.isEmpty() ? LAST_LOOK : end(rows.get(rows.size() - 1)) + LAST_LOOK;
            text.append("@keyframes come { from { visibility: hidden; } to { visibility: visible; } }\n")
                    .append("@keyframes type { from { transform: none; } to { transform: scaleX(0); } }\n")
                    .append(".row { animation: come 1ms both; }\n")
                    .append(".cover { fill: #1c2128; transform-box: fill-box; transform-origin: right; }\n")
                    .append("@keyframes roll {\n0% { transform: none; }\n");
            for (int i = ROWS; i < rows.size(); i++) {
                add(
                        "%.3f%% { transform: translateY(%dpx); }%n",
                        rows.get(i).time() / length * 100, -(i + 1 - ROWS) * HEIGHT);
            }
            add("100%% { transform: translateY(%dpx); }%n}%n", -Math.max(0, rows.size() - ROWS) * HEIGHT);
            add(".roll { animation: roll %.2fs steps(1) both; }%n", length);
            text.append(
                    "@media (prefers-reduced-motion: reduce) { .row, .cover, .roll { animation-duration: 1ms !important; animation-delay: 0s !important; } }\n");
        }

        private static double end(ScreenRows.Row row) {
            return row.time() + row.typing();
        }

        private void row(ScreenRows.Row row, int number) {
            int y = number * HEIGHT;
            if (row.text().isBlank()) {
                return;
            }
            if (moves) {
                add("<g class=\"row\" style=\"animation-delay:%.2fs\">%n", row.time());
            }
            if (!row.node().isEmpty()) {
                add(
                        "<rect class=\"%s\" x=\"5\" y=\"%d\" width=\"3\" height=\"%d\"/>%n",
                        row.node().equals("a") ? "a" : "b", y, HEIGHT);
            }
            String prompt = row.text().substring(0, row.prompt());
            String rest = row.text().substring(row.prompt());
            double at = EDGE + DisplayWidth.of(prompt) * WIDTH;
            line(prompt, EDGE, y + HEIGHT - 5, "prompt");
            line(rest, at, y + HEIGHT - 5, row.kind().toString().toLowerCase(Locale.ROOT));
            if (moves && row.typing() > 0) {
                add(
                        "<rect class=\"cover\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\""
                                + " style=\"animation:type %.2fs steps(%d) %.2fs both\"/>%n",
                        at,
                        y,
                        DisplayWidth.of(rest) * WIDTH + 1,
                        HEIGHT,
                        row.typing(),
                        Math.max(1, rest.length()),
                        row.time());
            }
            if (moves) {
                text.append("</g>\n");
            }
        }

        /** Draws a line with each letter in its column, whatever the font is. */
        private void line(String line, double x, int y, String kind) {
            String bare = line.stripLeading();
            int columns = DisplayWidth.of(bare.stripTrailing());
            if (columns == 0) {
                return;
            }
            add(
                    "<text class=\"%s\" x=\"%.1f\" y=\"%d\" textLength=\"%.1f\" lengthAdjust=\"spacingAndGlyphs\">%s</text>%n",
                    kind,
                    x + (DisplayWidth.of(line) - DisplayWidth.of(bare)) * WIDTH,
                    y,
                    columns * WIDTH,
                    // Some browsers collapse adjacent blanks.
                    HtmlText.escaped(bare.stripTrailing()).replace(' ', '\u00a0'));
        }

        private void add(String format, Object... values) {
            text.append(String.format(Locale.ROOT, format.replace("%n", "\n"), values));
        }
    }
}
