package dev.pgduo.export;

import dev.pgduo.replay.event.Event;
import dev.pgduo.replay.event.EventPane;
import dev.pgduo.report.ResourceText;
import java.util.ArrayList;
import java.util.List;

/**
 * A self-contained page: node a's steps in the left column and node b's in the right one, or all in one column; with a menu of
 * the sections, and under each step the state of the nodes after it, if known.
 */
final class Html implements ExportFormat {
    @Override
    public String write(List<Event> events) {
        return new Page(events).text();
    }

    /** Writes one page. */
    private static final class Page {
        private final List<Event> events;
        private final StringBuilder text = new StringBuilder();
        private int sections;
        private boolean grid;
        private String shownPair = "";

        Page(List<Event> events) {
            this.events = events;
        }

        String text() {
            head();
            menu();
            text.append("<main>\n");
            for (int i = 0; i < events.size(); i++) {
                Event event = events.get(i);
                switch (event.kind()) {
                    case HEADING -> heading(event);
                    case PROSE -> paragraph(event);
                    case TYPED -> step(i);
                    case PRINTED -> {
                        if (event.fact("late").equals("true")) {
                            step(i);
                        }
                    }
                    case LAB, NOTE, WAITED, REMARK, ENDED, FINISHED -> {}
                }
            }
            close();
            text.append("</main>\n<p id=\"said\" role=\"status\" class=\"about\"></p>\n<script>\n")
                    .append(ResourceText.of(Html.class, "page.js"))
                    .append("</script>\n</body>\n</html>\n");
            return text.toString();
        }

        private void head() {
            Event lab = Blocks.lab(events);
            String title = HtmlText.escaped(Blocks.title(events));
            String language = lab.fact("language");
            text.append("<!DOCTYPE html>\n<html lang=\"")
                    .append(language.isEmpty() ? "en" : HtmlText.escaped(language))
                    .append("\">\n<head>\n<meta charset=\"utf-8\">\n")
                    .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
                    .append(title)
                    .append("</title>\n<style>\n")
                    .append(ResourceText.of(Html.class, "page.css"))
                    .append("</style>\n</head>\n<body>\n<header>\n<h1>")
                    .append(title)
                    .append("</h1>\n");
            if (!lab.fact("server").isEmpty()) {
                text.append("<p class=\"about\">PostgreSQL ")
                        .append(HtmlText.escaped(lab.fact("server")))
                        .append(", ")
                        .append(HtmlText.escaped(lab.fact("time").replaceAll("T.*", "")))
                        .append("</p>\n");
            }
            text.append(
                    "<button id=\"columns\" type=\"button\" aria-pressed=\"true\">Two columns</button>\n</header>\n");
        }

        private void menu() {
            List<Event> headings = events.stream()
                    .filter(event -> event.kind() == Event.Kind.HEADING)
                    .toList();
            if (headings.isEmpty()) {
                return;
            }
            text.append("<nav aria-label=\"Sections\">\n<ol>\n");
            for (int i = 0; i < headings.size(); i++) {
                text.append("<li><a href=\"#section-")
                        .append(i + 1)
                        .append("\">")
                        .append(HtmlText.escaped(headings.get(i).text().get(0)))
                        .append("</a></li>\n");
            }
            text.append("</ol>\n</nav>\n");
        }

        private void heading(Event event) {
            close();
            sections++;
            text.append("<h2 id=\"section-")
                    .append(sections)
                    .append("\">")
                    .append(HtmlText.escaped(event.text().get(0)))
                    .append("</h2>\n");
        }

        private void open() {
            if (!grid) {
                text.append("<div class=\"steps\">\n");
                grid = true;
            }
        }

        private void close() {
            if (grid) {
                text.append("</div>\n");
                grid = false;
            }
        }

        private void paragraph(Event event) {
            open();
            text.append("<p>")
                    .append(HtmlText.told(String.join("\n", event.text())))
                    .append("</p>\n");
        }

        /** Writes input with its output, up to the next step. */
        private void step(int from) {
            open();
            Event first = events.get(from);
            EventPane pane = first.pane();
            List<String> typed = first.kind() == Event.Kind.TYPED ? first.text() : List.of();
            List<String> printed = new ArrayList<>(first.kind() == Event.Kind.TYPED ? List.of() : first.text());
            String pair = "";
            for (int i = from + 1; i < events.size() && !begins(events.get(i)); i++) {
                Event event = events.get(i);
                if (event.kind() == Event.Kind.PRINTED) {
                    printed.addAll(event.text());
                }
                pair = event.kind() == Event.Kind.ENDED ? StepText.pair(event) : pair;
            }
            text.append("<div class=\"step ")
                    .append(pane.node().isEmpty() ? "lab" : pane.node())
                    .append("\">\n<div class=\"where\"><span><b>")
                    .append(HtmlText.escaped(StepText.where(pane)))
                    .append("</b></span>");
            if (!typed.isEmpty()) {
                text.append("<button type=\"button\" class=\"copy\" data-text=\"")
                        .append(HtmlText.escaped(first.fact("input")))
                        .append("\">Copy</button>");
            }
            text.append("</div>\n<pre tabindex=\"0\" aria-label=\"")
                    .append(HtmlText.escaped(StepText.where(pane)))
                    .append("\" role=\"group\">");
            typed.forEach(line -> text.append("<span class=\"typed\">")
                    .append(HtmlText.escaped(line))
                    .append("</span>\n"));
            printed.forEach(line -> text.append(HtmlText.escaped(line)).append('\n'));
            text.append("</pre>\n");
            if (!pair.isEmpty() && !pair.equals(shownPair)) {
                text.append("<p class=\"pair\">").append(HtmlText.escaped(pair)).append("</p>\n");
                shownPair = pair;
            }
            text.append("</div>\n");
        }

        private static boolean begins(Event event) {
            return switch (event.kind()) {
                case HEADING, PROSE, TYPED, FINISHED -> true;
                case PRINTED -> event.fact("late").equals("true");
                case LAB, NOTE, WAITED, REMARK, ENDED -> false;
            };
        }
    }
}
