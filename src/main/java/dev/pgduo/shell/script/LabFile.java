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
 * A file that is to be verified; read once, whatever the number of servers.
 *
 * @param name as it was typed
 * @param transcript empty when it could not be read
 * @param problems why not, in file order
 * @param timeout how long its steps may take; empty for what the file says
 * @param form the language and values that it is read with
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

    /** Reads it once more. */
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

    /** A file on the disk; where there is none, the lab of pgduo's own that has this path. */
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

    /** How many lines it has; 0 when it could not be read. */
    int lines() {
        return transcript.map(read -> read.text().lines().size()).orElse(0);
    }

    /** What is said of a program that the front matter requires, and that is neither among the server's nor in PATH. */
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

    /** The servers that the front matter names when this one is not among them. */
    Optional<VersionSet> others(ServerVersion server) {
        return transcript.map(read -> read.header().postgres()).filter(majors -> !majors.contains(server));
    }
}
