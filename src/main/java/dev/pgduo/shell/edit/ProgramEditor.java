package dev.pgduo.shell.edit;

import dev.pgduo.cluster.process.Foreground;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An editor that is a separate program.
 *
 * @param program its name or path
 */
record ProgramEditor(String program) implements TextEditor {
    /** Editors that start at line N with the argument {@code +N}. */
    private static final Set<String> WITH_LINES =
            Set.of("vi", "vim", "nvim", "nano", "pico", "emacs", "joe", "jed", "mcedit", "micro", "ne");

    @Override
    public void edit(Path file, Optional<ErrorReport> problem) {
        String name = String.valueOf(Path.of(program).getFileName());
        List<String> words = new ArrayList<>(List.of(program));
        problem.map(ErrorReport::position)
                .filter(place -> WITH_LINES.contains(name))
                .ifPresent(place -> words.add("+" + place.line()));
        words.add(file.toString());
        int code = Foreground.run(words);
        if (code != 0) {
            throw LabException.of("\"" + program + "\" ended with exit code " + code);
        }
    }
}
