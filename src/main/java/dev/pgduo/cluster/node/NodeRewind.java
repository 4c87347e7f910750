package dev.pgduo.cluster.node;

import dev.pgduo.cluster.backup.Tablespace;
import dev.pgduo.cluster.layout.NodeSettings;
import dev.pgduo.cluster.quantity.PgCtlResult;
import dev.pgduo.cluster.rewind.CrashRecovery;
import dev.pgduo.cluster.rewind.Rewind;
import dev.pgduo.cluster.rewind.RewindOptions;
import dev.pgduo.cluster.rewind.ServerSource;
import dev.pgduo.cluster.wal.MissingSegments;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.FailureReason;
import dev.pgduo.report.LabException;
import dev.pgduo.wire.ConnectFailed;
import dev.pgduo.wire.Conninfo;
import dev.pgduo.wire.ConninfoDefaults;
import dev.pgduo.wire.Endpoint;
import dev.pgduo.wire.PasswordFile;
import dev.pgduo.wire.WireConnection;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rewinds a node that does not run by pgduo's own code.
 *
 * @param node the node's settings
 */
record NodeRewind(NodeSettings node) {
    private static final String NAME = "pg_rewind: ";

    /**
     * Rewinds the node.
     *
     * @param line the command line for the result
     */
    PgCtlResult run(Endpoint source, String line) {
        long start = System.nanoTime();
        List<String> said = new ArrayList<>();
        try (WireConnection connection = connect(source)) {
            RewindOptions options = new RewindOptions(
                    false,
                    true,
                    MissingSegments.GONE,
                    Optional.of(new CrashRecovery(node.binaries().require("postgres"), Optional.empty(), node.runAs())),
                    new RewindOptions.Places(this::place, () -> {}));
            ServerSource server = new ServerSource(connection).begin();
            new Rewind(node.layout().data(), server, options, text -> said.add(NAME + text)).run();
        } catch (IOException | ConnectFailed e) {
            throw new LabException(
                    ErrorReport.error("could not rewind node " + node.name() + ": " + FailureReason.of(e)), e);
        } finally {
            node.runAs().own(node.layout().data());
        }
        return new PgCtlResult(line, said, Duration.ofNanos(System.nanoTime() - start));
    }

    /** The directory for a new tablespace: a directory of its own, because both nodes are on one machine. */
    private String place(String oid, String location) {
        Path beside = new Tablespace(oid, location, 0).beside(node.layout().data());
        return beside.toString();
    }

    private WireConnection connect(Endpoint source) throws ConnectFailed {
        Conninfo full = new ConninfoDefaults(new PasswordFile(node.layout().passwordFile()).environment())
                .complete(Conninfo.empty()
                        .with("host", source.host())
                        .with("port", Integer.toString(source.port()))
                        .with("user", source.user())
                        .with("dbname", "postgres"));
        Endpoint server = full.endpoints().get(0);
        String password = new ConninfoDefaults(new PasswordFile(node.layout().passwordFile()).environment())
                .password(full, server, warning -> {});
        return WireConnection.open(server.withPassword(password), Map.of(), full, null);
    }
}
