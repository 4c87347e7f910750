package dev.pgduo.shell.lab;

import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.NodeStatus;
import dev.pgduo.lab.Lab;
import dev.pgduo.lab.NodeNeed;
import dev.pgduo.lab.load.Script;
import dev.pgduo.lab.load.ScriptCheck;
import dev.pgduo.lab.load.ScriptError;
import dev.pgduo.lab.load.ScriptReader;
import dev.pgduo.lab.load.Values;
import dev.pgduo.lab.load.daemon.LoadOrder;
import dev.pgduo.lab.load.daemon.LoadOrder.Scripted;
import dev.pgduo.lab.load.daemon.LoadTables;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.FailureReason;
import dev.pgduo.report.LabException;
import dev.pgduo.wire.ConnectFailed;
import dev.pgduo.wire.Timeouts;
import dev.pgduo.wire.WireConnection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;

/**
 * Prepares a load: its tables and its script.
 *
 * @param on the word for the node, or for the primary
 * @param writing whether its transactions write
 */
record LoadStart(LabContext context, String on, boolean writing) {
    /**
     * The settings for the load, after its tables were created.
     *
     * @throws LabException when the load cannot be started with these options
     */
    LoadOrder order(Optional<String> script, int clients, OptionalDouble rate) {
        Optional<Scripted> own = script.map(LoadStart::read);
        boolean anywhere = on.equalsIgnoreCase("primary");
        Lab lab = context.lab();
        NodeName node = lab.resolve(on);
        new NodeNeed(lab).running(node, "load node " + node);
        boolean standby = lab.node(node).status().status() == NodeStatus.RUNNING_STANDBY;
        if (standby && writing) {
            throw LabException.of(
                    "cannot write on node " + node + ": it is a standby",
                    "Add --read-only, or leave out --on " + node + ".");
        }
        try (WireConnection connection = connect(node)) {
            Scripted scripted = own.orElseGet(() -> builtin(connection, node, standby));
            LoadOrder order = new LoadOrder(
                    ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()),
                    clients,
                    rate,
                    anywhere ? Optional.empty() : Optional.of(node),
                    writing,
                    scripted);
            order.check();
            if (own.isPresent()) {
                check(scripted, connection);
            }
            if (writing) {
                new LoadTables(connection)
                        .ledger(statement -> context.steps().echo().sql(node, statement));
            }
            return order;
        }
    }

    private WireConnection connect(NodeName node) {
        try {
            return WireConnection.open(
                    context.lab().endpoint(node), Map.of("application_name", "pgduo load"), Timeouts.NONE);
        } catch (ConnectFailed e) {
            throw new LabException(
                    ErrorReport.error("could not connect to node " + node).detail(e.words()), e);
        }
    }

    private static Scripted read(String file) {
        try {
            Scripted scripted = new Scripted(file, Files.readString(Path.of(file)), 1);
            ScriptReader.read(file, scripted.text(), 1);
            return scripted;
        } catch (ScriptError e) {
            throw new LabException(e.report(), e);
        } catch (IOException e) {
            throw new LabException(
                    ErrorReport.error("could not open file \"" + file + "\": " + FailureReason.of(e)), e);
        }
    }

    private static void check(Scripted scripted, WireConnection connection) {
        Values values = new Values(new Random());
        values.set("scale", "1");
        values.set("client_id", "0");
        new ScriptCheck(ScriptReader.read(scripted.name(), scripted.text(), 1), values).by(connection);
    }

    private Scripted builtin(WireConnection connection, NodeName node, boolean standby) {
        LoadTables tables = new LoadTables(connection);
        int scale = tables.scale();
        if (scale == 0) {
            if (standby) {
                throw LabException.of(
                        "there are no tables to read on node " + node,
                        "Make them on the primary with \"pgbench -i\", or with \"load start\" there.");
            }
            context.steps().echo().command(node, "pgbench -i -I " + LoadTables.STEPS);
            tables.make();
            scale = 1;
        }
        Script.Builtin builtin = writing ? Script.Builtin.TPCB_LIKE : Script.Builtin.SELECT_ONLY;
        return new Scripted(builtin.word(), builtin.text(), scale);
    }
}
