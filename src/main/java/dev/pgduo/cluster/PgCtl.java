package dev.pgduo.cluster;

import dev.pgduo.cluster.process.OsCommand;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * pg_ctl's words: the command lines that students type and the messages that they would see. The program itself is not run,
 * because it looks only ten times a second, or once on 9.6.
 *
 * @param layout the node's directories
 */
record PgCtl(NodeLayout layout) {
    /** {@code pg_ctl ACTION -D DATA [OPTIONS]}. */
    String line(String action, String... options) {
        List<String> words =
                new ArrayList<>(List.of("pg_ctl", action, "-D", layout.data().toString()));
        words.addAll(List.of(options));
        return OsCommand.of(words).display();
    }

    /** The line of a wait that went well. */
    static String done(String purpose, Duration elapsed) {
        return "waiting for server to " + purpose + "..." + Waiting.dots(elapsed) + " done";
    }

    /** @throws LabException with pg_ctl's words when there is no database cluster */
    void requireCluster(String line) {
        if (!layout.data().toFile().exists()) {
            throw failure(line, 1, "pg_ctl: directory \"" + layout.data() + "\" does not exist");
        }
        if (!layout.hasCluster()) {
            throw failure(line, 1, "pg_ctl: directory \"" + layout.data() + "\" is not a database cluster directory");
        }
    }

    LabException notRunning(String line) {
        return failure(
                line, 1, "pg_ctl: PID file \"" + layout.postmasterFile() + "\" does not exist\nIs server running?");
    }

    LabException notStandby(String line) {
        return failure(line, 1, "pg_ctl: cannot promote server; server is not in standby mode");
    }

    /** What stops a verb: the first line of what pg_ctl says, the command, the exit code, and all that it says. */
    LabException failure(String line, int exitCode, String said) {
        String first = said.lines().findFirst().orElse(said).replaceFirst("^pg_ctl: ", "");
        return new LabException(
                ErrorReport.error(first)
                        .detail("Command \"" + line + "\" ended with exit code " + exitCode + ".\n" + said),
                said.lines().toList());
    }
}
