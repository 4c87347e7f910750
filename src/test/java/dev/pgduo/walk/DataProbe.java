package dev.pgduo.walk;

import dev.pgduo.cluster.files.FileTree;
import dev.pgduo.cluster.layout.NodeLayout;
import dev.pgduo.cluster.layout.NodeSettings;
import dev.pgduo.cluster.node.Node;
import dev.pgduo.cluster.process.OsCommand;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.Port;
import dev.pgduo.cluster.quantity.StopMode;
import dev.pgduo.lab.Lab;
import dev.pgduo.report.LabException;
import dev.pgduo.session.Probe;
import dev.pgduo.wire.Endpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Finds out which rows a data directory holds by starting a copy of it, and replaying all the log that is in it.
 *
 * @param lab whose server programs are used
 * @param place an empty or missing directory that the servers' user can reach
 * @param complaint is told why no server starts
 */
record DataProbe(Lab lab, Path place, Consumer<String> complaint) {
    private static final int LINES = 15;

    /** All rows that a server finds in this directory; empty when none can start with it. */
    Optional<Set<Integer>> rows(Path data) {
        try {
            FileTree.delete(place);
            Files.createDirectories(place);
            OsCommand.of(
                            "cp",
                            "-a",
                            "--reflink=auto",
                            data.toString(),
                            place.resolve("data").toString())
                    .run()
                    .orThrow("copy \"" + data + "\"");
            lab.state().runAs().own(place);
            return started(node());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Node node() throws IOException {
        Node node = new Node(NodeSettings.of(NodeName.A, new NodeLayout(place), freePort(), lab.binaries())
                .with(lab.state().runAs()));
        Files.deleteIfExists(place.resolve("data/postmaster.pid"));
        return node;
    }

    private static Port freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new Port(socket.getLocalPort());
        }
    }

    private Optional<Set<Integer>> started(Node node) throws IOException {
        Path data = place.resolve("data");
        boolean standby = Files.exists(data.resolve("standby.signal"));
        try {
            node.writeLocalSettings();
            Path auto = data.resolve("postgresql.auto.conf");
            Files.writeString(auto, """

                    primary_conninfo = ''
                    primary_slot_name = ''
                    max_connections = 500
                    synchronous_standby_names = ''
                    fsync = off
                    recovery_min_apply_delay = 0
                    hot_standby = on
                    """, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            node.start();
            if (standby) {
                node.promote();
            }
            try (Probe probe =
                    Probe.open(Endpoint.of("127.0.0.1", node.endpoint().port(), Lab.SUPERUSER, "postgres"))) {
                return Optional.of(Sight.rows(probe));
            }
        } catch (LabException e) {
            complaint.accept(e.report().render() + "\n" + String.join("\n", node.logTail(LINES)));
            return Optional.empty();
        } finally {
            if (node.status().pid().isPresent()) {
                node.stop(StopMode.IMMEDIATE);
            }
            node.releaseMemory();
            FileTree.delete(place);
        }
    }
}
