package dev.pgduo.lab.os;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an operating-system line did.
 *
 * @param output the lines it printed, in the transcript's own paths and ports
 * @param exitCode 0 for success, else as the command gave it
 * @param translations the old mechanisms that were replaced on the way
 * @param session the arguments of an interactive psql that the line asks for
 */
public record OsResult(
        List<String> output, int exitCode, Set<Translation> translations, Optional<List<String>> session) {
    public OsResult {
        output = List.copyOf(output);
        translations = Set.copyOf(translations);
        session = session.map(List::copyOf);
    }

    /** A success that printed these lines. */
    public static OsResult printed(List<String> output) {
        return new OsResult(output, 0, Set.of(), Optional.empty());
    }

    /** A success that printed nothing and replaced these mechanisms. */
    public static OsResult silent(Translation... translations) {
        return new OsResult(List.of(), 0, Set.of(translations), Optional.empty());
    }

    /** The same result with its output changed. */
    public OsResult withOutput(List<String> lines) {
        return new OsResult(lines, exitCode, translations, session);
    }
}
