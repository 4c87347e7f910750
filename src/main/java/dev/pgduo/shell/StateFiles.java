package dev.pgduo.shell;

import dev.pgduo.lab.place.PrivateFiles;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.FailureReason;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The files that pgduo keeps between runs, in {@code $XDG_STATE_HOME/pgduo} or {@code ~/.local/state/pgduo}.
 *
 * @param directory readable only for this user; made when a file is first needed
 */
public record StateFiles(Path directory) {
    /** The files for this environment. */
    public static StateFiles of(Map<String, String> environment, String home) {
        String state = environment.getOrDefault("XDG_STATE_HOME", "");
        Path base = state.startsWith("/") ? Path.of(state) : Path.of(home, ".local", "state");
        return new StateFiles(base.resolve("pgduo"));
    }

    /** The log of internal errors. */
    public Path log() {
        return directory.resolve("pgduo.0.log");
    }

    /** The history of lines typed at the prompt. */
    public Path history() {
        return directory.resolve("history");
    }

    /**
     * Makes the directory, mode 0700.
     *
     * @throws LabException when it cannot be made
     */
    public StateFiles make() {
        try {
            if (!Files.isDirectory(directory)) {
                PrivateFiles.directory(directory.toAbsolutePath());
            }
            return this;
        } catch (IOException e) {
            throw new LabException(
                    ErrorReport.error("could not create directory \"" + directory + "\": " + FailureReason.of(e))
                            .hint("Set XDG_STATE_HOME to a directory that you can write to."),
                    e);
        }
    }
}
