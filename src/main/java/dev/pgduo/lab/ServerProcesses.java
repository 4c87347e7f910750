package dev.pgduo.lab;

import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.server.ProcessTitle;
import dev.pgduo.cluster.server.ServerProcess;
import dev.pgduo.report.LabException;
import dev.pgduo.session.Probe;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
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
     * own queries.
     */
    public List<ServerProcess> list() {
        Set<Long> own = own();
        return lab.node(node).processes().stream()
                .filter(process -> !own.contains(process.pid()))
                .sorted(Comparator.comparingInt((ServerProcess process) -> ProcessTitle.rank(process.role()))
                        .thenComparingLong(ServerProcess::pid))
                .toList();
    }

    private Set<Long> own() {
        if (!lab.node(node).status().status().running()) {
            return Set.of();
        }
        try {
            return lab
                    .query(node)
                    .rows("select pid from pg_stat_activity where application_name = '" + Probe.NAME + "'")
                    .stream()
                    .map(row -> Long.parseLong(String.valueOf(row.get(0))))
                    .collect(Collectors.toSet());
        } catch (LabException e) {
            LOG.debug("could not ask for pgduo's own processes on node {}", node, e);
            return Set.of();
        }
    }
}
