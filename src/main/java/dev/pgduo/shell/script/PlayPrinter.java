package dev.pgduo.shell.script;

import dev.pgduo.lab.Waited;
import dev.pgduo.replay.PlayListener;
import dev.pgduo.replay.StepResult;
import dev.pgduo.shell.screen.Palette;
import dev.pgduo.transcript.BlockPrefix;
import dev.pgduo.transcript.ResolvedStep;
import dev.pgduo.transcript.SourceLine;
import dev.pgduo.transcript.Step;
import dev.pgduo.transcript.Transcript;
import java.io.PrintWriter;
import java.util.List;

/** Prints a transcript as it happens: its own words, and the output that really came. */
final class PlayPrinter implements PlayListener {
    private final Transcript transcript;
    private final PrintWriter out;
    private final Palette palette;
    private final boolean verbose;
    private boolean started;

    PlayPrinter(Transcript transcript, PrintWriter out, Palette palette, boolean verbose) {
        this.transcript = transcript;
        this.out = out;
        this.palette = palette;
        this.verbose = verbose;
    }

    @Override
    public void begins(ResolvedStep step) {
        int last = step.step().governed()
                ? step.expected().anchor()
                : step.step().span().last();
        step.step().accept(new Lines(step.step().span().first(), last));
        out.flush();
    }

    @Override
    public void printed(BlockPrefix prefix, List<String> lines) {
        lines.forEach(line -> out.println(prefix.text() + palette.line(line)));
        out.flush();
    }

    @Override
    public void note(String text) {
        out.println(palette.line("DETAIL:  " + text).replace("DETAIL:  ", "-- note: "));
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

    /** Which of a step's own lines are shown: not the front matter, not the directives. */
    private final class Lines implements Step.Visitor<Boolean> {
        private final int first;
        private final int last;

        Lines(int first, int last) {
            this.first = first;
            this.last = last;
        }

        private boolean show(boolean prompt) {
            for (int i = first; i <= last; i++) {
                SourceLine line = transcript.text().line(i);
                started = started || !line.text().isBlank();
                if (started && !line.text().startsWith("%")) {
                    out.println(prompt ? coloured(line.text()) : line.text());
                }
            }
            return true;
        }

        private String coloured(String line) {
            int end = line.indexOf("> ");
            return end < 0 ? line : palette.prompt(line.substring(0, end + 1)) + line.substring(end + 1);
        }

        @Override
        public Boolean frontMatter(Step.FrontMatter step) {
            return false;
        }

        @Override
        public Boolean heading(Step.Heading step) {
            return show(false);
        }

        @Override
        public Boolean prose(Step.Prose step) {
            return show(false);
        }

        @Override
        public Boolean blank(Step.Blank step) {
            return show(false);
        }

        @Override
        public Boolean osCommand(Step.OsCommand step) {
            return show(true);
        }

        @Override
        public Boolean labCommand(Step.LabCommand step) {
            return show(true);
        }

        @Override
        public Boolean sessionOpen(Step.SessionOpen step) {
            return show(false);
        }

        @Override
        public Boolean sqlInput(Step.SqlInput step) {
            return show(true);
        }

        @Override
        public Boolean lateOutput(Step.LateOutput step) {
            return false;
        }

        @Override
        public Boolean directive(Step.DirectiveLine step) {
            return false;
        }

        @Override
        public Boolean choice(Step.Choice step) {
            return false;
        }
    }
}
