package dev.pgduo.shell.script;

import dev.pgduo.lab.Waited;
import dev.pgduo.replay.PlayListener;
import dev.pgduo.replay.StepResult;
import dev.pgduo.report.TerminalText;
import dev.pgduo.shell.screen.Palette;
import dev.pgduo.shell.screen.StepOutput;
import dev.pgduo.transcript.model.BlockPrefix;
import dev.pgduo.transcript.model.Captures;
import dev.pgduo.transcript.model.ResolvedStep;
import dev.pgduo.transcript.model.Transcript;
import java.io.PrintWriter;
import java.util.List;

/** Prints a lab file during its play: its text, and the actual output. */
final class PlayPrinter implements PlayListener {
    private final Transcript transcript;
    private final PrintWriter out;
    private final Palette palette;
    private final StepOutput output;
    private final boolean verbose;
    private boolean started;

    PlayPrinter(Transcript transcript, PrintWriter out, Palette palette, boolean verbose) {
        this.transcript = transcript;
        this.out = out;
        this.palette = palette;
        this.output = new StepOutput(out, palette);
        this.verbose = verbose;
    }

    @Override
    public void begins(ResolvedStep step, Captures captures) {
        for (String line : transcript.typed(step)) {
            started = started || !line.isBlank();
            if (started) {
                String text = TerminalText.shown(step.step().governed() ? captures.shown(line) : line);
                out.println(step.step().runs() ? coloured(text) : text);
            }
        }
        out.flush();
    }

    private String coloured(String line) {
        int end = line.indexOf("> ");
        return end < 0 ? line : palette.prompt(line.substring(0, end + 1)) + line.substring(end + 1);
    }

    @Override
    public void printing(BlockPrefix prefix, String line) {
        output.line(prefix.text(), line);
    }

    @Override
    public void printed(BlockPrefix prefix, List<String> lines) {
        output.all(prefix.text(), lines);
    }

    @Override
    public void note(String text) {
        out.println(palette.remark("-- note: " + text));
        out.flush();
    }

    @Override
    public void waited(Waited wait) {
        if (verbose) {
            out.println("-- " + wait.line());
            out.flush();
        }
    }

    @Override
    public void ended(StepResult result) {
        out.flush();
    }
}
