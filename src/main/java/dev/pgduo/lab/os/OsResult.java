package dev.pgduo.lab.os;

import dev.pgduo.cluster.process.ShellEnd;
import dev.pgduo.report.LabException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an operating-system line did.
 *
 * @param output the lines it printed, in the lab file's own paths and ports
 * @param exitCode 0 for success, else as the command gave it
 * @param translations the old mechanisms that were replaced on the way
 * @param session the arguments of an interactive psql that the line asks for
 * @param awaited what was still running when the line was ended because its time was up; empty when it ended by itself
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

    /** One of a line that ended by itself and asks for no session. */
    OsResult(List<String> output, int exitCode, Set<Translation> translations) {
        this(output, exitCode, translations, Optional.empty(), List.of());
    }

    /** What a shell did with a line. */
    static OsResult of(List<String> output, ShellEnd end) {
        return new OsResult(output, end.exitCode(), Set.of(), Optional.empty(), end.awaited());
    }

    /** A success that printed these lines. */
    public static OsResult printed(List<String> output) {
        return new OsResult(output, 0, Set.of());
    }

    /** What a program of the server said when it failed, with its exit code, as a shell shows it. */
    static OsResult failed(Naming naming, LabException failure) {
        List<String> words = failure.said().isEmpty() ? failure.report().lines() : failure.said();
        return new OsResult(naming.toShown(words), 1, Set.of());
    }

    /** A success that printed nothing and replaced these mechanisms. */
    public static OsResult silent(Translation... translations) {
        return new OsResult(List.of(), 0, Set.of(translations));
    }

    /** The same result, with one more mechanism that was replaced. */
    OsResult with(Translation translation) {
        Set<Translation> all = new HashSet<>(translations);
        all.add(translation);
        return new OsResult(output, exitCode, all, session, awaited);
    }

    /** The same result with its output changed. */
    public OsResult withOutput(List<String> lines) {
        return new OsResult(lines, exitCode, translations, session, awaited);
    }
}
