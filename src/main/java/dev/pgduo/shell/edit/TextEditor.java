package dev.pgduo.shell.edit;

import dev.pgduo.report.ErrorReport;
import java.nio.file.Path;
import java.util.Optional;

/** Something that lets a person change a file. */
interface TextEditor {
    /**
     * Returns when the person is done; whether anything was saved can be seen in the file.
     *
     * @param problem what was wrong with the text that is edited again: the editor begins where it is
     * @throws dev.pgduo.report.LabException when it could not run
     */
    void edit(Path file, Optional<ErrorReport> problem);
}
