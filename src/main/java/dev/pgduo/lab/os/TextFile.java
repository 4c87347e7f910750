package dev.pgduo.lab.os;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.FailureReason;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Reads text files of the lab, with the error messages of cat and tail. */
final class TextFile {
    private TextFile() {}

    /** The whole text. */
    static String read(Path file, String shown) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            throw new LabException(ErrorReport.error(shown + ": No such file or directory"), e);
        } catch (IOException e) {
            throw new LabException(ErrorReport.error("could not read \"" + shown + "\": " + FailureReason.of(e)), e);
        }
    }

    /** The lines of a text without line feeds; only the last {@code count} of them unless that is negative. */
    static List<String> lines(String text, int count) {
        List<String> lines = text.lines().toList();
        return count < 0 ? lines : lines.subList(Math.max(0, lines.size() - count), lines.size());
    }
}
