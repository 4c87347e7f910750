package dev.pgduo.cluster.process;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.FailureReason;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.util.List;

/** Runs a program that uses pgduo's own terminal: an editor, a pager. */
public final class Foreground {
    private Foreground() {}

    /**
     * Runs a program; returns its exit code.
     *
     * @throws LabException when it cannot be started
     */
    public static int run(List<String> words) {
        try {
            return new ProcessBuilder(words).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new LabException(
                    ErrorReport.error("could not run \"" + words.get(0) + "\": " + FailureReason.of(e)), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw LabException.of("canceling the program due to user request");
        }
    }
}
