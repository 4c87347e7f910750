package dev.pgduo.shell.script;

import dev.pgduo.lab.Waited;
import dev.pgduo.replay.PlayListener;
import dev.pgduo.transcript.model.ResolvedStep;
import java.io.PrintWriter;

/** Prints additional information that was asked for: waits, and the directory of a lab that is kept. */
final class Remarks implements PlayListener {
    private final String lab;
    private final Manner manner;
    private final PrintWriter out;
    private int line = 1;

    /** @param lab the lab's name, with which the remarks begin */
    Remarks(String lab, Manner manner, PrintWriter out) {
        this.lab = lab;
        this.manner = manner;
        this.out = out;
    }

    @Override
    public void begins(ResolvedStep step) {
        line = step.step().span().first();
    }

    @Override
    public void waited(Waited wait) {
        if (manner.verbose()) {
            out.println("  " + lab + ":" + line + ": " + wait.line());
        }
    }

    @Override
    public void note(String text) {
        if (manner.verbose() || manner.keep()) {
            out.println("  " + lab + ":" + line + ": note: " + text);
        }
    }
}
