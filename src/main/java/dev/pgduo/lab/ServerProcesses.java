package dev.pgduo.lab;

import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.server.ProcessTitle;
import dev.pgduo.cluster.server.ServerProcess;
import dev.pgduo.report.LabException;
import dev.pgduo.session.Probe;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The processes of a node's server, without those that only pgduo causes, so that the list is the same each time.
 *
 * @param lab the lab of the node
 * @param node the node whose server is listed
 */
public record ServerProcesses(Lab lab, NodeName node) {
    private static final Logger LOG = LoggerFactory.getLogger(ServerProcesses.class);

    /**
     * The postmaster, its background processes by role, and the client backends by process id; without those that serve pgduo's
     * own queries, and without backends that are just starting or ending.
     */
    public List<ServerProcess> list() {
        Optional<Map<Long, Boolean>> known = known();
        return lab.node(node).processes().stream()
                .filter(process -> known.isEmpty() || isListed(process, known.get()))
                .sorted(Comparator.comparingInt((ServerProcess process) -> ProcessTitle.rank(process.role()))
                        .thenComparingLong(ServerProcess::pid))
                .toList();
    }

    private static boolean isListed(ServerProcess process, Map<Long, Boolean> known) {
        return !known.getOrDefault(process.pid(), process.role().equals(ProcessTitle.CLIENT));
    }

    /** The processes that the server names, and whether each is pgduo's own; empty when it cannot be asked. */
    private Optional<Map<Long, Boolean>> known() {
        if (!lab.node(node).status().status().running()) {
            return Optional.empty();
        }
        try {
            return Optional.of(lab
                    .query(node)
                    .rows("select pid, application_name = '" + Probe.NAME
                            + "' from pg_stat_activity where pid is not null")
                    .stream()
                    .collect(Collectors.toMap(
                            row -> Long.parseLong(String.valueOf(row.get(0))),
                            row -> "t".equals(String.valueOf(row.get(1))),
                            (one, other) -> one)));
        } catch (LabException e) {
            LOG.debug("could not ask for pgduo's own processes on node {}", node, e);
            return Optional.empty();
        }
    }
}
