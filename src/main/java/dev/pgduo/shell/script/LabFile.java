package dev.pgduo.shell.script;

import dev.pgduo.cluster.binaries.ServerBinaries;
import dev.pgduo.cluster.process.Programs;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.FailureReason;
import dev.pgduo.transcript.model.ParseResult;
import dev.pgduo.transcript.model.Transcript;
import dev.pgduo.transcript.read.TranscriptReader;
import dev.pgduo.version.ServerVersion;
import dev.pgduo.version.VersionSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A file that is to be verified; it is parsed once for all servers.
 *
 * @param name the name as it was typed
 * @param transcript the parsed lab; empty when the file has errors
 * @param problems the errors, in file order
 * @param timeout the time limit for its steps; empty for the file's own
 * @param form the language and values with which it is parsed
 */
record LabFile(
        String name,
        Optional<Transcript> transcript,
        List<ErrorReport> problems,
        Optional<Duration> timeout,
        LabForm form) {
    LabFile {
        problems = List.copyOf(problems);
    }

    /** Reads the file again. */
    LabFile again() {
        return read(name, timeout, form);
    }

    static LabFile read(String name, Optional<Duration> timeout, LabForm form) {
        LabFile read = read(name);
        return new LabFile(
                name,
                read.transcript
                        .map(lab -> timeout.map(lab::withTimeout).orElse(lab))
                        .map(form::of),
                read.problems,
                timeout,
                form);
    }

    /** Reads a file on the disk; if there is none, the lab of pgduo's own with this path. */
    static LabFile read(String name) {
        try {
            ParseResult result = TranscriptReader.read(bytes(name), name);
            return result.reports().isEmpty()
                    ? new LabFile(name, Optional.of(result.orThrow()), List.of(), Optional.empty(), LabForm.OWN)
                    : new LabFile(name, Optional.empty(), result.reports(), Optional.empty(), LabForm.OWN);
        } catch (NoSuchFileException e) {
            return unread(
                    name,
                    ErrorReport.error("could not open file \"" + name + "\": No such file or directory")
                            .hint(BundledLabs.hint(name).orElse(null)));
        } catch (IOException e) {
            return unread(name, ErrorReport.error("could not read file \"" + name + "\": " + FailureReason.of(e)));
        }
    }

    private static byte[] bytes(String name) throws IOException {
        Path file = Path.of(name);
        Optional<BundledLab> own = Files.exists(file) ? Optional.empty() : BundledLabs.at(name);
        return own.isPresent() ? own.get().bytes() : Files.readAllBytes(file);
    }

    private static LabFile unread(String name, ErrorReport problem) {
        return new LabFile(name, Optional.empty(), List.of(problem), Optional.empty(), LabForm.OWN);
    }

    /** The number of its lines; 0 when it has errors. */
    int lines() {
        return transcript.map(read -> read.text().lines().size()).orElse(0);
    }

    /** The message about a program that the front matter requires, and that is neither the server's nor in PATH. */
    Optional<ErrorReport> lacking(ServerBinaries server) {
        return transcript.flatMap(read -> read.header().requires().tools().stream()
                .filter(tool ->
                        server.program(tool).isEmpty() && Programs.find(tool).isEmpty())
                .findFirst()
                .map(tool -> ErrorReport.error("\"" + name + "\" needs the program \"" + tool + "\"")
                        .detail("It is neither in \"" + server.bin() + "\" nor in PATH.")
                        .hint("Install it, or choose another server with --pg.")
                        .at(read.place("requires"))));
    }

    /** The versions that the front matter names, when this server is not among them. */
    Optional<VersionSet> others(ServerVersion server) {
        return transcript.map(read -> read.header().postgres()).filter(majors -> !majors.contains(server));
    }
}
