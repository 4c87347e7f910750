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
 * Where pgduo keeps what it remembers between runs: {@code $XDG_STATE_HOME/pgduo}, else {@code ~/.local/state/pgduo}.
 *
 * @param directory of the user alone; made when a file is first needed
 */
public record StateFiles(Path directory) {
    /** The place that this environment asks for. */
    public static StateFiles of(Map<String, String> environment, String home) {
        String state = environment.getOrDefault("XDG_STATE_HOME", "");
        Path base = state.startsWith("/") ? Path.of(state) : Path.of(home, ".local", "state");
        return new StateFiles(base.resolve("pgduo"));
    }

    /** The log of what went wrong inside. */
    public Path log() {
        return directory.resolve("pgduo.0.log");
    }

    /** The lines typed at the prompt. */
    public Path history() {
        return directory.resolve("history");
    }

    /**
     * Makes the directory, mode 0700.
     *
     * @throws LabException when that cannot be
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
