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
 * The copy of a file that is edited. It is in pgduo's own directory, so that nothing that is typed is lost when the node's is
 * full, or gone.
 */
final class Scratch {
    private final Path file;

    /**
     * @param directory of this node alone; made when needed
     * @param name the file's
     */
    Scratch(Path directory, String name) {
        this.file = directory.resolve(name);
    }

    Path file() {
        return file;
    }

    /** Begins an edit; returns the file with the text of an earlier edit that did not succeed. */
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

    /** Its present text. If the editor has changed line ends, or the one at the end of the file, that is undone. */
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

    /** Ends an edit that has succeeded. */
    void end() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new LabException(
                    ErrorReport.error("could not remove file \"" + file + "\": " + FailureReason.of(e)), e);
        }
    }
}
