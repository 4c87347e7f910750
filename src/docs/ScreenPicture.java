import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Draws a terminal's screen, given as text with colours (tmux capture-pane -e -p), as an SVG picture; run as a single file.
 */
final class ScreenPicture {
    private static final int COLUMNS = 80;
    private static final double WIDTH = 8.4;
    private static final int HEIGHT = 18;
    private static final int EDGE = 14;
    private static final String PAPER = "#1c2128";
    private static final String INK = "#d5dbe1";
    private static final Map<Integer, String> COLOURS = Map.of(
            1, "#f47067", 2, "#57ab5a", 3, "#c69026", 4, "#539bf5", 5, "#b083f0", 6, "#39c5cf", 7, INK);

    /** How the text that follows looks. */
    private static final class Style {
        private String ink = INK;
        private String paper = "";
        private boolean bold;
        private boolean faint;
        private boolean inverse;

        void apply(int code) {
            switch (code) {
                case 0 -> {
                    ink = INK;
                    paper = "";
                    bold = false;
                    faint = false;
                    inverse = false;
                }
                case 1 -> bold = true;
                case 2 -> faint = true;
                case 7 -> inverse = true;
                case 22 -> {
                    bold = false;
                    faint = false;
                }
                case 27 -> inverse = false;
                case 39 -> ink = INK;
                case 49 -> paper = "";
                default -> colour(code);
            }
        }

        private void colour(int code) {
            if (code >= 30 && code <= 37) {
                ink = COLOURS.getOrDefault(code - 30, INK);
            } else if (code >= 40 && code <= 47) {
                paper = COLOURS.getOrDefault(code - 40, "");
            }
        }
    }

    private final StringBuilder boxes = new StringBuilder();
    private final StringBuilder texts = new StringBuilder();
    private final Style style = new Style();

    private void line(String line, int row) {
        StringBuilder run = new StringBuilder();
        int start = 0;
        int column = 0;
        for (int i = 0; i < line.length(); i++) {
            if (line.startsWith("\u001b[", i)) {
                draw(run, row, start);
                start = column;
                int end = line.indexOf('m', i);
                for (String code : line.substring(i + 2, end).split(";")) {
                    style.apply(code.isEmpty() ? 0 : Integer.parseInt(code));
                }
                i = end;
            } else {
                run.append(line.charAt(i));
                column++;
            }
        }
        draw(run, row, start);
    }

    private void draw(StringBuilder run, int row, int column) {
        String ink = style.inverse ? PAPER : style.ink;
        String paper = style.inverse ? style.ink : style.paper;
        double x = EDGE + column * WIDTH;
        int y = EDGE + row * HEIGHT;
        if (!run.isEmpty() && !paper.isEmpty()) {
            boxes.append("<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>%n"
                    .formatted(x, y, run.length() * WIDTH, HEIGHT, paper));
        }
        if (!run.toString().isBlank()) {
            texts.append("<text x=\"%.1f\" y=\"%d\" textLength=\"%.1f\" fill=\"%s\"%s%s>%s</text>%n"
                    .formatted(
                            x,
                            y + HEIGHT - 5,
                            run.length() * WIDTH,
                            ink,
                            style.bold ? " font-weight=\"bold\"" : "",
                            style.faint ? " opacity=\"0.65\"" : "",
                            // Not every browser keeps a blank beside another one.
                            run.toString()
                                    .replace("&", "&amp;")
                                    .replace("<", "&lt;")
                                    .replace(' ', '\u00a0')));
        }
        run.setLength(0);
    }

    private String picture(int rows) {
        int width = (int) (2 * EDGE + COLUMNS * WIDTH);
        int height = 2 * EDGE + rows * HEIGHT;
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" role="img">
                <title>A session of pgduo</title>
                <rect width="100%%" height="100%%" rx="8" fill="%s"/>
                %s<g font-family="DejaVu Sans Mono, Menlo, Consolas, monospace" font-size="14">
                %s</g>
                </svg>
                """.formatted(width, height, width, height, PAPER, boxes, texts);
    }

    public static void main(String[] args) throws IOException {
        List<String> lines = new ArrayList<>(
                new String(System.in.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
        ScreenPicture picture = new ScreenPicture();
        for (int row = 0; row < lines.size(); row++) {
            picture.line(lines.get(row), row);
        }
        new PrintStream(System.out, true, StandardCharsets.UTF_8).print(picture.picture(lines.size()));
    }
}
