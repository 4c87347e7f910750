package dev.pgduo.cluster.process;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.FailureReason;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A program that has pgduo's own terminal while it runs: an editor, a pager. */
public final class Foreground {
    private Foreground() {}

    /**
     * Runs the program to its end; the answer is its exit code.
     *
     * @throws LabException when it cannot be started
     */
    public static int run(List<String> words) {
        return run(words, new ProcessBuilder(words));
    }

    /** The same for a line of a shell with these variables besides pgduo's own, in this directory. */
    public static int run(RunAs rights, String line, Map<String, String> variables, Path directory) {
        List<String> words = new ArrayList<>(rights.prefix());
        words.addAll(List.of("bash", "-c", line));
        ProcessBuilder builder = new ProcessBuilder(words).directory(directory.toFile());
        builder.environment().putAll(variables);
        return run(words, builder);
    }

    private static int run(List<String> words, ProcessBuilder builder) {
        try {
            return builder.inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new LabException(
                    ErrorReport.error("could not run \"" + words.get(0) + "\": " + FailureReason.of(e)), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw LabException.of("canceling the program due to user request");
        }
    }
}
