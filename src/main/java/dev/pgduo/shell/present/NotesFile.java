package dev.pgduo.shell.present;

import dev.pgduo.cluster.files.AtomicFile;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.FailureReason;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the presenter's second terminal shows, kept in a file of pgduo's own directory while a transcript is presented: one for
 * each transcript, written as a whole.
 *
 * @param file where it is
 */
record NotesFile(Path file) implements AutoCloseable {
    private static final String SINCE = "since ";
    private static final Pattern SINCE_LINE = Pattern.compile(SINCE + "(\\d{1,18})");

    /**
     * A look at a presentation.
     *
     * @param since when it began, in milliseconds of the system's clock
     */
    record Page(long since, List<String> lines) {
        Page {
            lines = List.copyOf(lines);
        }
    }

    /**
     * The notes of a transcript.
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
            AtomicFile.write(file, SINCE + page.since() + "\n" + String.join("\n", page.lines()) + "\n", draft -> {});
        } catch (IOException e) {
            throw failed("write", e);
        }
    }

    /** Empty when nothing is presented, or the file is none that {@link #write} wrote. */
    Optional<Page> read() {
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            Matcher since = SINCE_LINE.matcher(lines.isEmpty() ? "" : lines.get(0));
            return since.matches()
                    ? Optional.of(new Page(Long.parseLong(since.group(1)), lines.subList(1, lines.size())))
                    : Optional.empty();
        } catch (IOException e) {
            throw failed("read", e);
        }
    }

    /** The presentation is over. */
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
