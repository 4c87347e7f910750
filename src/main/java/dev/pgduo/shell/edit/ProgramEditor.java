package dev.pgduo.shell.edit;

import dev.pgduo.cluster.process.Foreground;
import dev.pgduo.report.LabException;
import java.nio.file.Path;
import java.util.List;

/**
 * An editor that is a program of the system.
 *
 * @param program its name or path
 */
record ProgramEditor(String program) implements TextEditor {
    @Override
    public void edit(Path file) {
        int code = Foreground.run(List.of(program, file.toString()));
        if (code != 0) {
            throw LabException.of("\"" + program + "\" ended with exit code " + code);
        }
    }
}
