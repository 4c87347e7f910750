package dev.pgduo.shell.present;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * What the presenter's second terminal shows, kept in a file of pgduo's own directory while a transcript is presented: one for
 * each transcript, written as a whole.
 *
 * @param file where it is
 */
record NotesFile(Path file) implements AutoCloseable {
    private static final String SINCE = "since ";

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
            Path draft = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(draft, SINCE + page.since() + "\n" + String.join("\n", page.lines()) + "\n");
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw failed("write", e);
        }
    }

    /** Empty when nothing is presented. */
    Optional<Page> read() {
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            long since = Long.parseLong(lines.get(0).substring(SINCE.length()));
            return Optional.of(new Page(since, lines.subList(1, lines.size())));
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
                ErrorReport.error("could not " + what + " file \"" + file + "\": " + e.getMessage()), e);
    }
}
