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

/** Reads the text of a file that is not a lab. */
final class ForeignText {
    private static final long LARGEST = 4L << 20;

    private ForeignText() {}

    /**
     * The text without a byte order mark.
     *
     * @throws LabException when the file is no text, or too large
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
            return decoded(Files.readAllBytes(file), name);
        } catch (NoSuchFileException e) {
            throw new LabException(
                    ErrorReport.error("could not open file \"" + name + "\": No such file or directory"), e);
        } catch (IOException | InvalidPathException e) {
            throw new LabException(
                    ErrorReport.error("could not read file \"" + name + "\": " + FailureReason.of(e)), e);
        }
    }

    /** Decodes the text; the error for a binary document names its format. */
    private static String decoded(byte[] bytes, String name) {
        try {
            return TranscriptReader.text(bytes, name).replaceFirst("^\uFEFF", "");
        } catch (LabException e) {
            ErrorReport report = e.report();
            boolean wide = String.valueOf(report.hint()).contains("UTF-16");
            throw new LabException(
                    new ErrorReport(
                            report.severity(),
                            "file is not a text in UTF-8",
                            report.detail(),
                            wide ? report.hint() : "Save it as UTF-8, or name a file that is a text.",
                            report.position()),
                    e);
        }
    }

    /**
     * Refuses a text that is a lab already.
     *
     * @throws LabException when it is a lab
     */
    static void noLab(String name, String text) {
        if (name.endsWith(".lab") && TranscriptReader.read(text, name).reports().isEmpty()) {
            throw LabException.of(
                    "file \"" + name + "\" is a lab already", "\"play\" and \"verify\" read it as it stands.");
        }
    }
}
