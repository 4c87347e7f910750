package dev.pgduo.shell.present;

import dev.pgduo.replay.PlayListener;
import dev.pgduo.shell.screen.LineBreaks;
import dev.pgduo.shell.screen.Palette;
import dev.pgduo.transcript.BlockPrefix;
import dev.pgduo.transcript.ResolvedStep;
import dev.pgduo.transcript.Step;
import dev.pgduo.transcript.Transcript;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.IntSupplier;

/** What the class sees: the transcript's own lines and the output that really comes. Directives are not shown. */
final class Slides implements PlayListener {
    private static final int FEWEST = 20;

    private final Transcript transcript;
    private final PrintWriter out;
    private final Palette palette;
    private final IntSupplier width;
    private boolean quiet;
    private boolean started;

    Slides(Transcript transcript, PrintWriter out, Palette palette, IntSupplier width) {
        this.transcript = transcript;
        this.out = out;
        this.palette = palette;
        this.width = width;
    }

    /** Whether steps are carried out without being shown. */
    void quiet(boolean now) {
        quiet = now;
    }

    /** The lines that are typed, or told, for a step. */
    List<String> lines(ResolvedStep step) {
        if (step.step() instanceof Step.FrontMatter) {
            return List.of();
        }
        int last = step.step().governed()
                ? step.expected().anchor()
                : step.step().span().last();
        return transcript.text().lines().stream()
                .filter(line -> line.number() >= step.step().span().first() && line.number() <= last)
                .map(line -> line.text())
                .filter(line -> !line.startsWith("%"))
                .toList();
    }

    /** Shows narrative at once, broken between words where the terminal is narrow; whether there was any. */
    boolean tell(ResolvedStep step) {
        boolean any = false;
        for (String line : lines(step)) {
            any = any || !line.isBlank();
            started = started || any;
            if (started) {
                LineBreaks.of(line, Math.max(FEWEST, width.getAsInt())).forEach(out::println);
            }
        }
        out.flush();
        return any;
    }

    /** Types what a step has a person type. */
    void type(ResolvedStep step, Typist typist) {
        started = true;
        boolean hurried = false;
        for (String line : lines(step)) {
            int prompt = promptEnd(line);
            out.print(palette.prompt(line.substring(0, prompt)));
            hurried = typist.type(line.substring(prompt), hurried);
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
    public void printed(BlockPrefix prefix, List<String> lines) {
        if (!quiet) {
            lines.forEach(line -> out.println(prefix.text() + palette.line(line)));
            out.flush();
        }
    }

    @Override
    public void note(String text) {
        if (!quiet) {
            remark("note: " + text);
        }
    }

    /** A line of pgduo's own. */
    void remark(String text) {
        out.println(palette.remark("-- " + text));
        out.flush();
    }
}
