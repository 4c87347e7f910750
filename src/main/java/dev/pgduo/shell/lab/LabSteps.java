package dev.pgduo.shell.lab;

import dev.pgduo.cluster.binaries.TransferProgress;
import dev.pgduo.lab.PairUp;
import java.io.PrintWriter;

/**
 * The current lab, and how work on it is shown.
 *
 * @param progress where a long piece of work is drawn, if there is a terminal
 */
public record LabSteps(CurrentLab current, TransferProgress progress) {
    /** Shows each command on this stream. */
    Echo echo(PrintWriter out) {
        return new Echo(current.desk().naming(), out);
    }

    /** Brings the pair up in steps that this stream shows. */
    PairUp pair(PrintWriter out) {
        return new PairUp(current.lab(), new EchoSteps(echo(out), progress.drawn()));
    }
}
