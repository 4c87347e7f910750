package dev.pgduo.shell.edit;

import dev.pgduo.report.ErrorReport;
import java.nio.file.Path;
import java.util.Optional;

/** An editor with which a person changes a file. */
interface TextEditor {
    /**
     * Runs the editor, and returns when the person has left it; the file shows whether anything was saved.
     *
     * @param problem the error in the text when it is edited again: the editor starts at its line
     * @throws dev.pgduo.report.LabException when the editor cannot be run
     */
    void edit(Path file, Optional<ErrorReport> problem);
}
