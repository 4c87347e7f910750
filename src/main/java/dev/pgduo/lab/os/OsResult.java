package dev.pgduo.lab.os;

import dev.pgduo.cluster.process.ShellEnd;
import dev.pgduo.report.LabException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The result of an operating-system line.
 *
 * @param output the lines that it printed, with the lab file's paths and ports
 * @param exitCode 0 for success, else the command's exit code
 * @param translations the old mechanisms that were replaced
 * @param session the arguments of an interactive psql that the line starts
 * @param awaited what was still running when the line was ended after its time limit; empty when it ended by itself
 */
public record OsResult(
        List<String> output,
        int exitCode,
        Set<Translation> translations,
        Optional<List<String>> session,
        List<String> awaited) {
    public OsResult {
        output = List.copyOf(output);
        translations = Set.copyOf(translations);
        session = session.map(List::copyOf);
        awaited = List.copyOf(awaited);
    }

    /** A result of a line that ended by itself and starts no session. */
    OsResult(List<String> output, int exitCode, Set<Translation> translations) {
        this(output, exitCode, translations, Optional.empty(), List.of());
    }

    /** The result of a line that the shell ran. */
    static OsResult of(List<String> output, ShellEnd end) {
        return new OsResult(output, end.exitCode(), Set.of(), Optional.empty(), end.awaited());
    }

    /** A success that printed these lines. */
    public static OsResult printed(List<String> output) {
        return new OsResult(output, 0, Set.of());
    }

    /** The messages and the exit code of one of the server's programs that failed, as in a shell. */
    static OsResult failed(Naming naming, LabException failure) {
        List<String> words = failure.said().isEmpty() ? failure.report().lines() : failure.said();
        return new OsResult(naming.toShown(words), 1, Set.of());
    }

    /** A success without output, with these mechanisms replaced. */
    public static OsResult silent(Translation... translations) {
        return new OsResult(List.of(), 0, Set.of(translations));
    }

    /** The same result with one more replaced mechanism. */
    OsResult with(Translation translation) {
        Set<Translation> all = new HashSet<>(translations);
        all.add(translation);
        return new OsResult(output, exitCode, all, session, awaited);
    }

    /** The same result with other output. */
    public OsResult withOutput(List<String> lines) {
        return new OsResult(lines, exitCode, translations, session, awaited);
    }
}
