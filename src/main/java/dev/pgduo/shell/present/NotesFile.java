package dev.pgduo.shell.present;

import dev.pgduo.cluster.files.AtomicFile;
import dev.pgduo.cluster.process.OsProcess;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.FailureReason;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text for the presenter's second terminal: a file in pgduo's own directory while a lab file is presented, one for each lab
 * file, always replaced as a whole.
 *
 * @param file the file's path
 */
record NotesFile(Path file) implements AutoCloseable {
    private static final String SINCE = "since ";
    private static final Pattern SINCE_LINE =
            Pattern.compile(SINCE + "(\\d{1,18})(?: pid (\\d{1,18}) line (\\d{1,9}))?");

    /**
     * A state of a presentation.
     *
     * @param since the start time of the presentation, in milliseconds since 1970
     * @param next the line of the lab file with the next step; 0 at the end
     */
    record Page(long since, int next, List<String> lines) {
        Page {
            lines = List.copyOf(lines);
        }
    }

    /**
     * The notes for a lab file.
     *
     * @param state pgduo's own directory
     */
    static NotesFile of(Path state, Path transcript) {
        String name =
                Integer.toHexString(transcript.toAbsolutePath().normalize().hashCode());
        return new NotesFile(state.resolve("presenting").resolve(name));
    }

    void write(Page page) {
        try {
            Files.createDirectories(file.getParent());
            AtomicFile.write(file, head(page) + "\n" + String.join("\n", page.lines()) + "\n", draft -> {});
        } catch (IOException e) {
            throw failed("write", e);
        }
    }

    private static String head(Page page) {
        return SINCE + page.since() + " pid " + ProcessHandle.current().pid() + " line " + page.next();
    }

    /** The line of the next step when pgduo was killed during a presentation; empty when it was not. */
    OptionalInt killedBefore() {
        Optional<Matcher> head = head().filter(matcher -> matcher.group(2) != null);
        return head.filter(matcher -> !presents(Long.parseLong(matcher.group(2)), Long.parseLong(matcher.group(1))))
                .map(matcher -> OptionalInt.of(Integer.parseInt(matcher.group(3))))
                .orElse(OptionalInt.empty());
    }

    /** Whether the process that has presented since then still exists, and is not another process with the same id. */
    private static boolean presents(long pid, long since) {
        return ProcessHandle.of(pid)
                .filter(process -> new OsProcess(pid).alive())
                .filter(process -> process.info()
                        .startInstant()
                        .filter(start -> start.toEpochMilli() > since)
                        .isEmpty())
                .isPresent();
    }

    private Optional<Matcher> head() {
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            Matcher head = SINCE_LINE.matcher(lines.isEmpty() ? "" : lines.get(0));
            return head.matches() ? Optional.of(head) : Optional.empty();
        } catch (IOException e) {
            throw failed("read", e);
        }
    }

    /** Reads the notes; empty when nothing is presented, or the file was not written by {@link #write}. */
    Optional<Page> read() {
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            Matcher since = SINCE_LINE.matcher(lines.isEmpty() ? "" : lines.get(0));
            return since.matches()
                    ? Optional.of(new Page(
                            Long.parseLong(since.group(1)),
                            since.group(3) == null ? 0 : Integer.parseInt(since.group(3)),
                            lines.subList(1, lines.size())))
                    : Optional.empty();
        } catch (IOException e) {
            throw failed("read", e);
        }
    }

    /** Removes the file at the end of the presentation. */
    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw failed("remove", e);
        }
    }

    private LabException failed(String what, IOException e) {
        return new LabException(
                ErrorReport.error("could not " + what + " file \"" + file + "\": " + FailureReason.of(e)), e);
    }
}
