package dev.pgduo.shell.screen;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Shows the output of a played step: lines while the step runs, and the remaining ones at its end. */
public final class StepOutput {
    private final PrintWriter out;
    private final Palette palette;
    private final List<String> shown = new ArrayList<>();

    public StepOutput(PrintWriter out, Palette palette) {
        this.out = out;
        this.palette = palette;
    }

    /** Shows a line while its step runs. */
    public synchronized void line(String margin, String line) {
        shown.add(line);
        out.println(palette.output(margin, line));
        out.flush();
    }

    /** Shows all output of the step, except the lines that were shown already. */
    public synchronized void all(String margin, List<String> lines) {
        int known = shown.size();
        boolean same = known <= lines.size() && lines.subList(0, known).equals(shown);
        shown.clear();
        lines.subList(same ? known : 0, lines.size()).forEach(line -> out.println(palette.output(margin, line)));
        out.flush();
    }
}
