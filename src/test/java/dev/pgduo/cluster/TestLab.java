package dev.pgduo.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.cluster.binaries.ServerBinaries;
import dev.pgduo.cluster.binaries.ServerChoice;
import dev.pgduo.cluster.process.OsCommand;
import dev.pgduo.cluster.process.OsProcess;
import dev.pgduo.cluster.process.RunAs;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Two nodes in a temporary directory, on free ports, asked through the real psql; closing it checks that nothing is left. */
final class TestLab implements AutoCloseable {
    private final Path directory;
    private final ServerBinaries binaries = ServerChoice.installed().choose(Optional.empty());
    private final RunAs runAs;
    final Node a;
    final Node b;

    TestLab() throws IOException {
        this(RunAs.probe());
    }

    TestLab(RunAs runAs) throws IOException {
        this.runAs = runAs;
        directory = Files.createTempDirectory("pgduo-it-");
        runAs.own(directory);
        a = node(NodeName.A);
        b = node(NodeName.B);
    }

    private Node node(NodeName name) throws IOException {
        NodeLayout layout = new NodeLayout(directory.resolve(name.toString()));
        Port port = freePort();
        return new Node(
                NodeSettings.of(name, layout, port, binaries).with(runAs).with((ServerQuery)
                        sql -> ask(layout, port, sql)));
    }

    private static Port freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new Port(socket.getLocalPort());
        }
    }

    Path directory() {
        return directory;
    }

    String ask(Node node, String sql) {
        try {
            return ask(node.layout(), node.settings().port(), sql);
        } catch (ServerUnavailable e) {
            throw new AssertionError(e);
        }
    }

    private String ask(NodeLayout layout, Port port, String sql) throws ServerUnavailable {
        var answer = OsCommand.of(
                        binaries.require("psql").toString(),
                        "-XAtqw",
                        "-h",
                        "127.0.0.1",
                        "-p",
                        port.toString(),
                        "-U",
                        "postgres",
                        "-c",
                        sql)
                .with(
                        Files.exists(layout.passwordFile())
                                ? Map.of("PGPASSFILE", layout.passwordFile().toString())
                                : Map.of())
                .run();
        if (!answer.ok()) {
            throw new ServerUnavailable(answer.stderr(), null);
        }
        return answer.stdout().strip();
    }

    /** Waits for an answer. */
    void await(Node node, String sql, String expected) {
        new Waiting("see " + expected, Deadline.DEFAULT, () -> ask(node, sql))
                .until(() -> ask(node, sql).equals(expected));
    }

    @Override
    public void close() throws IOException {
        Thread.interrupted();
        for (Node node : List.of(a, b)) {
            if (node.status().pid().isPresent()) {
                node.stop(StopMode.IMMEDIATE);
            }
            assertThat(OsProcess.in(node.layout().data())).isEmpty();
        }
        FileTree.delete(directory);
        assertThat(directory).doesNotExist();
    }
}
