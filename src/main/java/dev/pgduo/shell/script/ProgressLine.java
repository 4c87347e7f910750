package dev.pgduo.shell.script;

import dev.pgduo.replay.result.CellStatus;
import dev.pgduo.replay.result.LabOutcome;
import dev.pgduo.report.TerminalText;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** One line on a terminal with the progress of a {@link Matrix}; it is updated in place and removed at the end. */
final class ProgressLine implements Progress {
    private static final int WIDTH = 79;
    private static final String CLEAR = "\r\u001b[K";

    private final PrintWriter out;
    private final int cells;
    private final List<CellPlan> running = new ArrayList<>();
    private final Map<CellStatus, Integer> ended = new EnumMap<>(CellStatus.class);

    /** @param cells the total number of plays */
    ProgressLine(PrintWriter out, int cells) {
        this.out = out;
        this.cells = cells;
    }

    @Override
    public void begins(CellPlan plan) {
        running.add(plan);
        show();
    }

    @Override
    public void ended(CellPlan plan, LabOutcome outcome) {
        running.remove(plan);
        ended.merge(outcome.standing(), 1, Integer::sum);
        show();
    }

    /** Removes the line. */
    @Override
    public void clear() {
        out.print(CLEAR);
        out.flush();
    }

    private void show() {
        String text = text();
        out.print(CLEAR + TerminalText.shown(text.substring(0, Math.min(WIDTH, text.length()))));
        out.flush();
    }

    String text() {
        int done = ended.values().stream().mapToInt(Integer::intValue).sum();
        List<String> counts = new ArrayList<>();
        ended.forEach((standing, count) -> counts.add(count + " " + standing));
        List<String> now = running.stream()
                .map(plan -> Path.of(plan.lab().name()).getFileName() + " on "
                        + plan.target().name())
                .toList();
        String figures = counts.isEmpty() ? "" : " (" + String.join(", ", counts) + ")";
        return done + "/" + cells + figures + (now.isEmpty() ? "" : ": " + String.join(", ", now));
    }
}
