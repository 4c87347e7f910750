package dev.pgduo.cluster.node;

import dev.pgduo.cluster.layout.NodeSettings;
import dev.pgduo.cluster.process.OsCommand;
import dev.pgduo.cluster.quantity.NextStep;
import dev.pgduo.cluster.quantity.NodeState;
import dev.pgduo.cluster.quantity.NodeStatus;
import dev.pgduo.cluster.quantity.Wait;
import dev.pgduo.cluster.server.ServerInspector;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The command lines and messages of pg_ctl. The program itself is not run, because it checks the state only ten times a second,
 * or once on 9.6.
 *
 * @param node the node's settings
 */
record PgCtl(NodeSettings node) {
    /** {@code pg_ctl ACTION -D DATA [OPTIONS]}. */
    String line(String action, String... options) {
        List<String> words = new ArrayList<>(
                List.of("pg_ctl", action, "-D", node.layout().data().toString()));
        words.addAll(List.of(options));
        return OsCommand.of(words).display();
    }

    /** The output of a wait that succeeded. */
    static String done(String purpose, Duration elapsed) {
        return "waiting for server to " + purpose + "..." + Wait.dots(elapsed) + " done";
    }

    /** @throws LabException with pg_ctl's message when there is no database cluster */
    void requireCluster(String line) {
        if (!node.layout().data().toFile().exists()) {
            throw refused(line, "pg_ctl: directory \"" + node.layout().data() + "\" does not exist", toRun());
        }
        if (!node.layout().hasCluster()) {
            throw refused(
                    line,
                    "pg_ctl: directory \"" + node.layout().data() + "\" is not a database cluster directory",
                    toRun());
        }
    }

    LabException notRunning(String line) {
        return refused(
                line,
                "pg_ctl: PID file \"" + node.layout().postmasterFile() + "\" does not exist\nIs server running?",
                toRun());
    }

    LabException notStandby(String line) {
        NodeState state = new ServerInspector(node).state();
        String hint = state.status() == NodeStatus.RUNNING_PRIMARY
                ? "Node " + node.name() + " is a primary already; \"psql " + node.name() + "\" leads to it."
                : NextStep.toRun(node.name(), state);
        return refused(line, "pg_ctl: cannot promote server; server is not in standby mode", hint);
    }

    private @Nullable String toRun() {
        return NextStep.toRun(node.name(), new ServerInspector(node).state());
    }

    /**
     * The error for an operation that is refused: the first line of pg_ctl's message, the command, the exit code, the whole
     * message, and the next step.
     */
    private static LabException refused(String line, String said, @Nullable String hint) {
        String first = said.lines().findFirst().orElse(said).replaceFirst("^pg_ctl: ", "");
        return new LabException(
                ErrorReport.error(first)
                        .detail("Command \"" + line + "\" ended with exit code 1.\n" + said)
                        .hint(hint),
                said.lines().toList());
    }
}
