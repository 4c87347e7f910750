package dev.pgduo.shell.stage;

import dev.pgduo.replay.PlayListener;
import dev.pgduo.report.LineBreaks;
import dev.pgduo.report.TerminalText;
import dev.pgduo.shell.screen.Palette;
import dev.pgduo.shell.screen.StepOutput;
import dev.pgduo.transcript.model.BlockPrefix;
import dev.pgduo.transcript.model.Captures;
import dev.pgduo.transcript.model.ResolvedStep;
import dev.pgduo.transcript.model.Step;
import dev.pgduo.transcript.model.Transcript;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.IntSupplier;

/** Shows a lab file's text and the actual output to the class or the student. Directives are not shown. */
public final class Slides implements PlayListener {
    private static final int FEWEST = 20;
    private static final String REMARK = "-- ";

    private final Transcript transcript;
    private final PrintWriter out;
    private final Palette palette;
    private final IntSupplier width;
    private final StepOutput output;
    private boolean quiet;
    private boolean started;

    public Slides(Transcript transcript, PrintWriter out, Palette palette, IntSupplier width) {
        this.transcript = transcript;
        this.out = out;
        this.palette = palette;
        this.width = width;
        this.output = new StepOutput(out, palette);
    }

    /** Sets whether steps are run without being shown. */
    public void quiet(boolean now) {
        quiet = now;
    }

    /** Whether steps are run without being shown. */
    public boolean quiet() {
        return quiet;
    }

    /** The lines that are typed or shown for a step. */
    public List<String> lines(ResolvedStep step) {
        return transcript.typed(step);
    }

    /** Shows text at once, wrapped between words where the terminal is narrow; returns whether there was any. */
    public boolean tell(ResolvedStep step) {
        boolean any = false;
        for (String line : paragraph(step)) {
            any = any || !line.isBlank();
            started = started || any;
            if (started) {
                LineBreaks.of(TerminalText.shown(line), columns()).forEach(out::println);
            }
        }
        out.flush();
        return any;
    }

    /** A paragraph whose lines are too long for the terminal is joined to one line, to be wrapped again. */
    private List<String> paragraph(ResolvedStep step) {
        List<String> lines = lines(step);
        boolean flows = step.step() instanceof Step.Prose
                && lines.stream().anyMatch(line -> line.length() > columns())
                && lines.stream().skip(1).noneMatch(Slides::standsAlone);
        return flows ? List.of(String.join(" ", lines)) : lines;
    }

    /** Whether a line belongs to a list, or is indented. */
    private static boolean standsAlone(String line) {
        return line.matches("(\\s|[-*|] |\\d+[.)] ).*");
    }

    private int columns() {
        return Math.max(FEWEST, width.getAsInt());
    }

    /** Types the input of a step, with captured values inserted. */
    public void type(ResolvedStep step, Captures captures, Typist typist) {
        started = true;
        boolean hurried = false;
        for (String typed : lines(step)) {
            String line = captures.shown(typed);
            int prompt = promptEnd(line);
            out.print(palette.prompt(line.substring(0, prompt)));
            hurried = typist.type(TerminalText.shown(line.substring(prompt)), hurried);
            out.println();
        }
        out.flush();
    }

    private static int promptEnd(String line) {
        int end = line.indexOf("> ");
        int text = line.length() - line.stripLeading().length();
        return end < 0 ? text : end + 2;
    }

    @Override
    public void printing(BlockPrefix prefix, String line) {
        if (!quiet) {
            output.line(prefix.text(), line);
        }
    }

    @Override
    public void printed(BlockPrefix prefix, List<String> lines) {
        if (!quiet) {
            output.all(prefix.text(), lines);
        }
    }

    @Override
    public void note(String text) {
        if (!quiet) {
            remark("note: " + text);
        }
    }

    /** Prints a line of pgduo's own. */
    public void remark(String text) {
        LineBreaks.of(TerminalText.shown(text), Math.max(FEWEST, columns() - REMARK.length()))
                .forEach(line -> out.println(palette.remark(REMARK + line)));
        out.flush();
    }
}
