package dev.pgduo.shell.script;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.FailureReason;
import dev.pgduo.report.LabException;
import dev.pgduo.transcript.read.TranscriptReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file of somebody else, as text. */
final class ForeignText {
    private static final long LARGEST = 4L << 20;

    private ForeignText() {}

    /**
     * The text without a byte order mark.
     *
     * @throws LabException when it is no text, or too large
     */
    static String text(String name) {
        try {
            Path file = Path.of(name);
            if (Files.isRegularFile(file) && Files.size(file) > LARGEST) {
                throw LabException.of("could not read file \"" + name + "\": It is larger than 4 MB");
            }
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                throw LabException.of("could not read file \"" + name + "\": It is no regular file");
            }
            return TranscriptReader.text(Files.readAllBytes(file), name).replaceFirst("^\uFEFF", "");
        } catch (NoSuchFileException e) {
            throw new LabException(
                    ErrorReport.error("could not open file \"" + name + "\": No such file or directory"), e);
        } catch (IOException | InvalidPathException e) {
            throw new LabException(
                    ErrorReport.error("could not read file \"" + name + "\": " + FailureReason.of(e)), e);
        }
    }
}
