package dev.pgduo.cluster.process;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A command that has ended, with its output.
 *
 * @param command the command
 * @param exitCode its exit code; 128 + n after signal n
 * @param stdout its standard output, as UTF-8
 * @param stderr its standard error, as UTF-8
 * @param elapsed its duration
 */
public record Finished(OsCommand command, int exitCode, String stdout, String stderr, Duration elapsed) {
    public boolean ok() {
        return exitCode == 0;
    }

    /** The lines of standard output. */
    public List<String> lines() {
        return stdout.lines().toList();
    }

    /**
     * This result, if the command succeeded.
     *
     * @param purpose the words after "could not" in the message, such as {@code create the database cluster}
     * @throws LabException with the command, the exit code and the end of its standard error
     */
    public Finished orThrow(String purpose) {
        return orThrow(purpose, null);
    }

    /** The same with a HINT. */
    public Finished orThrow(String purpose, @Nullable String hint) {
        if (ok()) {
            return this;
        }
        throw new LabException(
                ErrorReport.error("could not " + purpose).detail(failure()).hint(hint),
                (stdout + stderr).lines().toList());
    }

    /** The command line, its exit code and the last 20 lines of its output. */
    public String failure() {
        String said = stderr.isBlank() ? stdout : stderr;
        List<String> lines = said.strip().lines().toList();
        String end = String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
        return "Command \"" + command.display() + "\" ended with exit code " + exitCode + ".\n" + end;
    }
}
