package dev.pgduo.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.cluster.quantity.Deadline;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.Wait;
import dev.pgduo.cluster.server.ProcessTitle;
import dev.pgduo.cluster.server.ServerProcess;
import dev.pgduo.fixture.Postgres;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The list of a server's processes does not depend on who is just connecting. */
class ServerProcessesIT {
    @RegisterExtension
    static final Postgres POSTGRES = new Postgres();

    @Test
    void leavesOutWhoIsJustConnecting() throws Exception {
        Lab lab = POSTGRES.lab();
        lab.initialised(NodeName.A).start();
        ServerProcesses processes = new ServerProcesses(lab, NodeName.A);
        assertThat(clients(processes.list())).isEmpty();
        // Those of earlier questions may be just leaving.
        Set<Long> before = pids(lab.node(NodeName.A).processes());
        try (Socket silent = new Socket(InetAddress.getLoopbackAddress(), lab.port(NodeName.A))) {
            new Wait("have a process for a client that says nothing", Deadline.DEFAULT, () -> "there is none")
                    .until(() -> !before.containsAll(pids(lab.node(NodeName.A).processes())));
            assertThat(clients(processes.list())).isEmpty();
            assertThat(silent.isConnected()).isTrue();
        }
    }

    private static Set<Long> pids(List<ServerProcess> processes) {
        return clients(processes).stream().map(ServerProcess::pid).collect(Collectors.toSet());
    }

    private static List<ServerProcess> clients(List<ServerProcess> processes) {
        return processes.stream()
                .filter(process -> process.role().equals(ProcessTitle.CLIENT))
                .toList();
    }
}
