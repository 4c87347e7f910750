package dev.pgduo.shell.edit;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.FailureReason;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * The copy of a file for the editor. It is in pgduo's own directory, so that no typed text is lost when the node's directory is
 * full or gone.
 */
final class Scratch {
    private final Path file;

    /**
     * @param directory a directory for this node alone; made when it is needed
     * @param name the file's name
     */
    Scratch(Path directory, String name) {
        this.file = directory.resolve(name);
    }

    Path file() {
        return file;
    }

    /** Begins an edit; returns a file with the text of an earlier edit that did not succeed, if there is one. */
    Optional<Path> begin(String text) {
        try {
            Files.createDirectories(
                    file.getParent(),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Optional<Path> left = Optional.empty();
            if (Files.exists(file)) {
                Path kept = file.resolveSibling(file.getFileName() + ".kept");
                left = Optional.of(Files.move(file, kept, StandardCopyOption.REPLACE_EXISTING));
            }
            Files.writeString(file, text, StandardCharsets.UTF_8);
            return left;
        } catch (IOException e) {
            throw new LabException(
                    ErrorReport.error("could not write file \"" + file + "\": " + FailureReason.of(e)), e);
        }
    }

    /**
     * The present text, with the original's kind of line ends and with or without a line feed at the end as in the original.
     */
    String text(String original) {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            if (original.contains("\r\n") && !text.contains("\r\n")) {
                text = text.replace("\n", "\r\n");
            }
            boolean ended = original.isEmpty() || original.endsWith("\n");
            return !ended && text.stripTrailing().equals(original.stripTrailing()) ? original : text;
        } catch (IOException e) {
            throw new LabException(
                    ErrorReport.error("could not read file \"" + file + "\": " + FailureReason.of(e)), e);
        }
    }

    /** Removes the copies after a successful edit. */
    void end() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new LabException(
                    ErrorReport.error("could not remove file \"" + file + "\": " + FailureReason.of(e)), e);
        }
    }
}
