package dev.pgduo.lab;

import dev.pgduo.cluster.node.Node;
import dev.pgduo.cluster.quantity.Deadline;
import dev.pgduo.cluster.quantity.Wait;
import dev.pgduo.cluster.server.ServerLog;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A start that is expected to fail: at once, or some time after the server took connections, as when recovery cannot reach its
 * target.
 *
 * @param node the node to start
 * @param limit how long the server may live
 */
public record FailingStart(Node node, Deadline limit) {
    /** A server's reason for ending: any FATAL or PANIC message except those for clients that connect too early. */
    private static final Pattern REASON = Pattern.compile("(?:FATAL|PANIC):  (?!the database system is ).*");

    /**
     * Starts the server and waits until it has ended. The output of pg_ctl is left out: it depends on timing whether pg_ctl
     * sees the server ready.
     *
     * @return the server's FATAL and PANIC messages, without the prefix of the log line
     * @throws LabException when the server still runs at the end of the limit, or when it could not be started
     */
    public List<String> run() {
        ServerLog log = new ServerLog(node.layout().logFile());
        long offset = log.length();
        try {
            node.start();
        } catch (LabException e) {
            if (e.said().isEmpty()) {
                throw e;
            }
            return reasons(log.since(offset));
        }
        Wait wait = new Wait("see the server of node " + node.name() + " end", limit, () -> "it runs");
        if (!wait.comesTrue(() -> node.status().pid().isEmpty())) {
            throw new LabException(ErrorReport.error("node " + node.name() + " started, but was expected to fail")
                    .detail("Its server still runs after " + limit.limit().toSeconds() + " s.")
                    .hint("\"log " + node.name() + "\" shows what it did."));
        }
        return reasons(log.since(offset));
    }

    private static List<String> reasons(String logged) {
        return logged.lines()
                .map(REASON::matcher)
                .filter(Matcher::find)
                .map(Matcher::group)
                .distinct()
                .toList();
    }
}
