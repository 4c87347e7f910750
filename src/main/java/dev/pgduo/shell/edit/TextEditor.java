package dev.pgduo.shell.edit;

import java.nio.file.Path;

/** Something that lets a person change a file. */
interface TextEditor {
    /**
     * Returns when the person is done; whether anything was saved can be seen in the file.
     *
     * @throws dev.pgduo.report.LabException when it could not run
     */
    void edit(Path file);
}
