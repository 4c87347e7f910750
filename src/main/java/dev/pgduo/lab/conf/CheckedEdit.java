package dev.pgduo.lab.conf;

import dev.pgduo.cluster.conf.FileText;
import dev.pgduo.cluster.files.AtomicFile;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.FailureReason;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/**
 * Changes a file, and restores the old text when the server would refuse the new one. The refused text stays in the backup
 * file.
 *
 * @param file the file
 * @param problems the errors that the server reports for the file as it is now; those that existed before the change do not
 * count
 */
record CheckedEdit(Path file, Supplier<List<ErrorReport>> problems) {
    /** The file's text; empty for a missing file. */
    FileText read() {
        return Files.exists(file) ? FileText.read(file) : new FileText("", StandardCharsets.UTF_8);
    }

    /**
     * Writes a text unless the file has it already.
     *
     * @throws LabException when the server would refuse it; nothing is changed then
     */
    void replace(FileText old, String text) {
        attempt(old, text).stream().findFirst().ifPresent(problem -> {
            throw new LabException(
                    problem.detail("The server would refuse the file; the old one is back in its place."));
        });
    }

    /**
     * Writes a text unless the file has it already; returns the errors for which the server would refuse it, in which case the
     * old text is restored.
     *
     * @throws LabException when it cannot be written, or the server cannot be asked; nothing is changed then
     */
    List<ErrorReport> attempt(FileText old, String text) {
        if (text.equals(old.text())) {
            return List.of();
        }
        List<String> before = messages();
        boolean existed = Files.exists(file);
        AtomicFile.replace(file, old.bytes(text));
        boolean kept = false;
        try {
            List<ErrorReport> refused = problems.get().stream()
                    .filter(problem -> !before.contains(problem.message()))
                    .toList();
            kept = refused.isEmpty();
            return refused;
        } finally {
            if (!kept) {
                putBack(old, existed);
            }
        }
    }

    private List<String> messages() {
        return problems.get().stream().map(ErrorReport::message).toList();
    }

    private void putBack(FileText old, boolean existed) {
        if (existed) {
            AtomicFile.replace(file, old.bytes(old.text()));
            return;
        }
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new LabException(
                    ErrorReport.error("could not remove file \"" + file + "\": " + FailureReason.of(e)), e);
        }
    }
}
