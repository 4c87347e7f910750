package dev.pgduo.shell.script;

import dev.pgduo.replay.result.LabOutcome;
import dev.pgduo.report.TerminalText;
import java.io.PrintWriter;
import java.util.Locale;

/** Prints a line for each play when it has ended, for logs: {@code [2/20] quick.lab on 15: pass, 3.9 s}. */
final class ProgressLog implements Progress {
    private final PrintWriter out;
    private final int cells;
    private int done;

    /** @param cells the total number of plays */
    ProgressLog(PrintWriter out, int cells) {
        this.out = out;
        this.cells = cells;
    }

    @Override
    public void ended(CellPlan plan, LabOutcome outcome) {
        done++;
        String time = outcome.elapsed().isZero()
                ? ""
                : String.format(Locale.ROOT, ", %.1f s", outcome.elapsed().toNanos() / 1e9);
        out.println(TerminalText.shown("[" + done + "/" + cells + "] "
                + plan.lab().name() + " on " + plan.target().name() + ": " + outcome.standing() + time));
        out.flush();
    }
}
