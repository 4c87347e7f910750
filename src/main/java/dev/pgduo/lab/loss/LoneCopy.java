package dev.pgduo.lab.loss;

import dev.pgduo.cluster.files.FileTree;
import dev.pgduo.cluster.layout.NodeLayout;
import dev.pgduo.cluster.process.Daemon;
import dev.pgduo.cluster.process.OsCommand;
import dev.pgduo.cluster.process.OsProcess;
import dev.pgduo.cluster.quantity.Deadline;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.Wait;
import dev.pgduo.cluster.server.ServerIn;
import dev.pgduo.cluster.server.ServerLog;
import dev.pgduo.lab.Lab;
import dev.pgduo.lab.kept.DataCopy;
import dev.pgduo.lab.place.PrivateFiles;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import dev.pgduo.session.Probe;
import dev.pgduo.wire.Endpoint;
import dev.pgduo.wire.Ping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A private, read-only server on a copy of a node's data: without TCP, with its socket in a private directory. The node
 * itself is not touched. For one thread.
 */
final class LoneCopy implements AutoCloseable {
    private static final int PORT = 5432;
    private static final Duration PING = Duration.ofSeconds(3);
    private static final List<String> RECOVERY =
            List.of("postmaster.pid", "standby.signal", "recovery.signal", "recovery.conf");
    private static final List<String> LOGS = List.of("pg_wal", "pg_xlog");

    private final Lab lab;
    private final NodeLayout layout;

    private LoneCopy(Lab lab) {
        this.lab = lab;
        this.layout = new NodeLayout(lab.directory().resolve("loss"));
    }

    /** The copy of a lab, whether it exists or not. */
    static LoneCopy of(Lab lab) {
        return new LoneCopy(lab);
    }

    /**
     * Copies a node and starts a server on the copy, which recovers as the node itself would.
     *
     * @throws LabException when the node's server runs, or the copy's does not start
     */
    static LoneCopy start(Lab lab, NodeName node) {
        Path data = lab.node(node).layout().data();
        if (!OsProcess.in(data).stream().allMatch(OsProcess::stopped)) {
            throw new LabException(
                    ErrorReport.error("cannot copy node " + node + ": its server runs and does not answer")
                            .hint("Stop it first: \"stop " + node + " -m immediate\"."));
        }
        LoneCopy copy = of(lab);
        copy.close();
        try {
            copy.take(data);
            copy.launch(node);
            return copy;
        } catch (IOException e) {
            copy.close();
            throw DataCopy.failed("copy node " + node, e);
        } catch (RuntimeException e) {
            copy.close();
            throw e;
        }
    }

    private void take(Path from) throws IOException {
        PrivateFiles.directory(layout.root());
        Path data = layout.data();
        new DataCopy(from, data).take();
        for (String file : RECOVERY) {
            Files.deleteIfExists(data.resolve(file));
        }
        for (String log : LOGS) {
            ownLog(data.resolve(log));
        }
        ownTablespaces(data);
        Files.writeString(hba(), "local all all trust\n");
        Files.createFile(layout.logFile());
        lab.state().runAs().own(layout.root());
        lab.state().runAs().own(layout.socketDirectory());
    }

    /** Replaces a link to a WAL directory elsewhere, which must not be written to. */
    private static void ownLog(Path link) throws IOException {
        if (Files.isSymbolicLink(link)) {
            Path real = link.toRealPath();
            Files.delete(link);
            DataCopy.clone(real, link);
        }
    }

    private static void ownTablespaces(Path data) throws IOException {
        Path copies = data.resolveSibling(data.getFileName() + ".tablespaces");
        for (Path link : FileTree.entries(data.resolve("pg_tblspc"))) {
            if (Files.isSymbolicLink(link)) {
                Files.delete(link);
                Files.createSymbolicLink(link, copies.resolve(link.getFileName()));
            }
        }
    }

    private Path hba() {
        return layout.root().resolve("pg_hba.conf");
    }

    private void launch(NodeName node) {
        Daemon daemon = Daemon.start(command(), lab.state().runAs(), layout.logFile());
        new Wait("start a copy of node " + node, Deadline.DEFAULT, this::lastWords).until(() -> {
            if (daemon.exitCode().isPresent()) {
                throw new LabException(ErrorReport.error("could not start a copy of node " + node)
                        .detail("Its log ends with:\n" + lastWords()));
            }
            return Ping.of(endpoint("postgres"), PING) == Ping.ACCEPTING;
        });
    }

    /**
     * The start of the server, with options that override its files: no TCP, no archiving, and nothing that would write besides
     * recovery.
     */
    private OsCommand command() {
        List<String> words = new ArrayList<>(List.of(
                lab.binaries().require("postgres").toString(),
                "-D",
                layout.data().toString(),
                "-F"));
        Stream.of(
                        "listen_addresses=",
                        "port=" + PORT,
                        "unix_socket_directories=" + layout.socketDirectory(),
                        "unix_socket_permissions=0700",
                        "hba_file=" + hba(),
                        "ssl=off",
                        "autovacuum=off",
                        "archive_mode=off",
                        "logging_collector=off",
                        "log_destination=stderr",
                        "external_pid_file=",
                        "default_transaction_read_only=on")
                .forEach(setting -> words.addAll(List.of("-c", setting)));
        return OsCommand.of(words).in(layout.data());
    }

    private String lastWords() {
        return String.join("\n", new ServerLog(layout.logFile()).tail(10));
    }

    private Endpoint endpoint(String database) {
        return Endpoint.of(layout.socketDirectory().toString(), PORT, Lab.SUPERUSER, database);
    }

    /** A new connection to a database of the copy. */
    Probe probe(String database) {
        return Probe.open(endpoint(database));
    }

    /**
     * Ends the server and removes the copy, also when this thread is interrupted; removes the remains of a killed pgduo, too.
     */
    @Override
    public void close() {
        boolean interrupted = Thread.interrupted();
        try {
            if (Files.isDirectory(layout.root())) {
                new ServerIn(layout.data()).end();
                FileTree.remove(layout.socketDirectory());
                FileTree.remove(layout.root());
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
