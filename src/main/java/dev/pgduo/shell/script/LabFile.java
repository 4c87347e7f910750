package dev.pgduo.shell.script;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.transcript.ParseResult;
import dev.pgduo.transcript.Release;
import dev.pgduo.transcript.ReleaseSet;
import dev.pgduo.transcript.Transcript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A file that is to be verified; read once, whatever the number of servers.
 *
 * @param name as it was typed
 * @param transcript empty when it could not be read
 * @param problems why not, in file order
 */
record LabFile(String name, Optional<Transcript> transcript, List<ErrorReport> problems) {
    LabFile {
        problems = List.copyOf(problems);
    }

    static LabFile read(String name) {
        try {
            ParseResult result = Transcript.read(Files.readAllBytes(Path.of(name)), name);
            return result.reports().isEmpty()
                    ? new LabFile(name, Optional.of(result.orThrow()), List.of())
                    : new LabFile(name, Optional.empty(), result.reports());
        } catch (NoSuchFileException e) {
            return unread(name, "could not open file \"" + name + "\": No such file or directory");
        } catch (IOException e) {
            return unread(name, "could not read file \"" + name + "\": " + e.getMessage());
        }
    }

    private static LabFile unread(String name, String message) {
        return new LabFile(name, Optional.empty(), List.of(ErrorReport.error(message)));
    }

    /** The servers that the front matter names when this one is not among them. */
    Optional<ReleaseSet> others(Release server) {
        return transcript.map(read -> read.header().postgres()).filter(majors -> !majors.contains(server));
    }
}
