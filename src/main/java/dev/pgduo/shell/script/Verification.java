package dev.pgduo.shell.script;

import dev.pgduo.cluster.binaries.ServerBinaries;
import dev.pgduo.export.junit.TestSuite;
import dev.pgduo.lab.Waited;
import dev.pgduo.replay.PlayListener;
import dev.pgduo.replay.PlayResult;
import dev.pgduo.replay.TranscriptUpdate;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import dev.pgduo.transcript.ResolvedStep;
import dev.pgduo.transcript.Transcript;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Verifies files one after the other, and updates them when asked to. */
final class Verification {
    /**
     * How files are verified.
     *
     * @param keep leave the labs
     * @param verbose show the waits
     * @param update rewrite the blocks that differ
     * @param fill write the blocks that are missing, too
     */
    record Manner(boolean keep, boolean verbose, boolean update, boolean fill) {}

    private final Stage stage;
    private final ServerBinaries server;
    private final Manner manner;

    Verification(Stage stage, ServerBinaries server, Manner manner) {
        this.stage = stage;
        this.server = server;
        this.manner = manner;
    }

    /** Verifies one file; one that cannot be read or played counts as failed, and the next ones are still verified. */
    TestSuite suite(String file, PrintWriter out) {
        try {
            return verify(file, out).suite();
        } catch (LabException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw e;
            }
            List<String> words = e.report().lines();
            words.forEach(out::println);
            out.println(file + ": not verified");
            out.flush();
            return VerifyReport.unplayed(file, words);
        }
    }

    private VerifyReport verify(String file, PrintWriter out) {
        VerifyReport report = run(file, out);
        if (!manner.update && !manner.fill) {
            return told(report, out);
        }
        String text = new TranscriptUpdate(manner.fill).apply(report.result());
        if (text.equals(report.result().transcript().write())) {
            return told(report, out);
        }
        write(Path.of(file), text);
        out.println(file + ": updated; verifying it once more");
        out.flush();
        return told(run(file, out), out);
    }

    private VerifyReport told(VerifyReport report, PrintWriter out) {
        report.details().forEach(out::println);
        out.println(report.summary());
        out.flush();
        return report;
    }

    private VerifyReport run(String file, PrintWriter out) {
        Transcript transcript = Stage.read(file);
        PlayListener listener = new Remarks(file, manner, out);
        PlayResult result = stage.play(transcript, server, manner.keep, listener);
        return new VerifyReport(file, server.version().toString(), result);
    }

    private static void write(Path file, String text) {
        try {
            Path draft = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(draft, text, StandardCharsets.UTF_8);
            Files.move(
                    draft,
                    file,
                    java.nio.file.StandardCopyOption.ATOMIC_MOVE,
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new LabException(ErrorReport.error("could not write file \"" + file + "\": " + e.getMessage()), e);
        }
    }

    /** Prints what was asked for beside the result: the waits, and where a lab is kept. */
    private static final class Remarks implements PlayListener {
        private final String file;
        private final Manner manner;
        private final PrintWriter out;
        private int line;

        Remarks(String file, Manner manner, PrintWriter out) {
            this.file = file;
            this.manner = manner;
            this.out = out;
        }

        @Override
        public void begins(ResolvedStep step) {
            line = step.step().span().first();
        }

        @Override
        public void waited(Waited wait) {
            if (manner.verbose) {
                out.println("  " + file + ":" + line + ": " + wait.line());
            }
        }

        @Override
        public void note(String text) {
            if (manner.verbose || manner.keep) {
                out.println("  " + file + ":" + line + ": note: " + text);
            }
        }
    }
}
