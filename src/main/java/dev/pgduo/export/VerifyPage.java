package dev.pgduo.export;

import dev.pgduo.replay.drift.ServerNames;
import dev.pgduo.replay.drift.Shared;
import dev.pgduo.replay.result.CellStatus;
import dev.pgduo.replay.result.LabOutcome;
import dev.pgduo.report.ResourceText;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The result of {@code verify} as a self-contained page: a table of labs and servers, each difference once with its servers,
 * adaptations with their reasons, and skipped labs.
 */
public final class VerifyPage {
    private static final List<CellStatus> WORST_FIRST = List.of(CellStatus.FAIL, CellStatus.DRIFT, CellStatus.ADAPTED);

    private final List<LabOutcome> outcomes;
    private final List<Shared> differences;
    private final StringBuilder text = new StringBuilder();

    private VerifyPage(List<LabOutcome> outcomes) {
        this.outcomes = outcomes;
        this.differences = Shared.of(outcomes);
    }

    /** Writes the page; the writer stays open. */
    public static void write(List<LabOutcome> outcomes, Writer out) throws IOException {
        out.write(new VerifyPage(outcomes).page());
    }

    private String page() {
        text.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append("<title>Labs verified</title>\n<style>\n")
                .append(ResourceText.of(VerifyPage.class, "page.css"))
                .append("</style>\n</head>\n<body>\n<header>\n<h1>Labs verified</h1>\n<p class=\"about\">")
                .append(escaped(counts()))
                .append("</p>\n</header>\n<main>\n");
        matrix();
        for (CellStatus standing : WORST_FIRST) {
            List<Shared> found = differences.stream()
                    .filter(shared -> shared.finding().standing() == standing)
                    .toList();
            if (!found.isEmpty()) {
                text.append("<h2 id=\"")
                        .append(standing)
                        .append("\">")
                        .append(title(standing))
                        .append("</h2>\n");
                found.forEach(this::difference);
            }
        }
        remarks();
        return text.append("</main>\n</body>\n</html>\n").toString();
    }

    private static String title(CellStatus standing) {
        return switch (standing) {
            case FAIL -> "Failed";
            case DRIFT -> "Drifted: it looks otherwise";
            case ADAPTED -> "Adapted: known differences, with their reasons";
            case PASS, SKIPPED -> "";
        };
    }

    private String counts() {
        return labs().size() + (labs().size() == 1 ? " lab" : " labs") + " on PostgreSQL " + ServerNames.of(servers())
                + ": " + CellStatus.counts(outcomes);
    }

    private List<String> labs() {
        return outcomes.stream().map(outcome -> outcome.cell().lab()).distinct().toList();
    }

    private List<String> servers() {
        return outcomes.stream()
                .map(outcome -> outcome.cell().server())
                .distinct()
                .toList();
    }

    private void matrix() {
        text.append(
                "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"Labs and servers\">\n<table>\n<thead>\n<tr><th scope=\"col\">Lab</th>");
        servers()
                .forEach(server -> text.append("<th scope=\"col\">")
                        .append(escaped(server))
                        .append("</th>"));
        text.append("</tr>\n</thead>\n<tbody>\n");
        for (String lab : labs()) {
            text.append("<tr><th scope=\"row\">").append(escaped(lab)).append("</th>");
            for (String server : servers()) {
                outcomes.stream()
                        .filter(outcome -> outcome.cell().lab().equals(lab)
                                && outcome.cell().server().equals(server))
                        .findFirst()
                        .ifPresentOrElse(this::cell, () -> text.append("<td></td>"));
            }
            text.append("</tr>\n");
        }
        text.append("</tbody>\n</table>\n</div>\n");
    }

    private void cell(LabOutcome outcome) {
        String standing = outcome.standing().toString();
        boolean told = WORST_FIRST.contains(outcome.standing());
        text.append("<td class=\"").append(standing).append("\">");
        text.append(told ? "<a href=\"#" + standing + "\">" + standing + "</a>" : standing);
        if (!outcome.elapsed().isZero()) {
            text.append(String.format(
                    Locale.ROOT, " <small>%.1f s</small>", outcome.elapsed().toNanos() / 1e9));
        }
        text.append("</td>");
    }

    private void difference(Shared shared) {
        String where = shared.lab() + ":" + shared.finding().line();
        text.append("<section class=\"step ")
                .append(shared.finding().standing())
                .append("\">\n<div class=\"where\"><h3>")
                .append(escaped(where))
                .append("</h3><span>")
                .append(escaped(shared.finding().label() + ", PostgreSQL " + ServerNames.of(shared.servers())))
                .append("</span></div>\n");
        if (shared.finding().standing() == CellStatus.ADAPTED) {
            text.append("<p class=\"reason\">")
                    .append(escaped(String.join(" ", shared.finding().words())))
                    .append("</p>\n");
        } else {
            text.append("<pre tabindex=\"0\" role=\"group\" aria-label=\"")
                    .append(escaped("difference in " + where))
                    .append("\">");
            shared.finding().words().forEach(line -> line(line, shared.finding().output()));
            text.append("</pre>\n");
        }
        text.append("</section>\n");
    }

    private void line(String line, boolean diff) {
        String kind = !diff ? "" : line.startsWith("+") ? "came" : line.startsWith("-") ? "expected" : "";
        text.append(kind.isEmpty() ? escaped(line) : "<span class=\"" + kind + "\">" + escaped(line) + "</span>")
                .append('\n');
    }

    /** Writes the labs that were not played, the notes, and the figures. */
    private void remarks() {
        List<String> lines = new ArrayList<>();
        for (LabOutcome outcome : outcomes) {
            if (outcome.standing() == CellStatus.SKIPPED) {
                lines.add(outcome.cell().name() + ": skipped: " + String.join(" ", outcome.details()));
            } else {
                lines.add(outcome.summary());
            }
            outcome.notes().forEach(note -> lines.add(outcome.cell().name() + ": " + note));
        }
        text.append("<h2>Figures</h2>\n<ul>\n");
        lines.forEach(line -> text.append("<li>").append(escaped(line)).append("</li>\n"));
        text.append("</ul>\n");
    }

    private static String escaped(String text) {
        return HtmlText.escaped(text);
    }
}
