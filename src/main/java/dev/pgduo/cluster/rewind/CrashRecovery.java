package dev.pgduo.cluster.rewind;

import dev.pgduo.cluster.process.Finished;
import dev.pgduo.cluster.process.OsCommand;
import dev.pgduo.cluster.process.RunAs;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Recovers the data directory of a crashed server by starting it in single-user mode, in which it recovers and shuts down.
 *
 * @param postgres the server's program
 * @param config the configuration file to use instead of the directory's own
 */
public record CrashRecovery(Path postgres, Optional<String> config, RunAs runAs) {
    /**
     * Runs the recovery.
     *
     * @param printed gets the lines of the server's standard output
     * @param said gets the lines of its standard error
     * @throws LabException when the recovery fails
     */
    public void run(Path data, Consumer<String> printed, Consumer<String> said) {
        List<String> words = new ArrayList<>(List.of(postgres.toString(), "--single", "-F", "-D", data.toString()));
        config.ifPresent(file -> words.addAll(List.of("-c", "config_file=" + file)));
        words.add("template1");
        Finished finished = OsCommand.of(words).reading("").as(runAs).run(printed, said);
        if (!finished.ok()) {
            throw new LabException(ErrorReport.error("postgres single-user mode in target cluster failed")
                    .detail("Command was: " + OsCommand.of(words).display() + " < /dev/null"));
        }
    }
}
