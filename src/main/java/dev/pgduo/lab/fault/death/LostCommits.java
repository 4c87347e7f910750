package dev.pgduo.lab.fault.death;

import dev.pgduo.cluster.process.OsProcess;
import dev.pgduo.cluster.process.Signal;
import dev.pgduo.cluster.quantity.CrashKind;
import dev.pgduo.cluster.quantity.Lsn;
import dev.pgduo.lab.fault.Evidence;
import dev.pgduo.lab.fault.Evidence.Sign;
import dev.pgduo.lab.fault.Fault;
import dev.pgduo.lab.fault.FaultCard;
import dev.pgduo.lab.fault.PairWork;
import dev.pgduo.lab.fault.Scene;
import dev.pgduo.lab.fault.ShownTable;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import dev.pgduo.version.Capabilities;
import java.util.List;
import java.util.Optional;

/** Commits with synchronous_commit = off are acknowledged, and lost in a power failure. */
record LostCommits(FaultCard card) implements Fault {
    private static final String TABLE = "pgduo_lost";
    private static final int ROWS = 5;
    private static final String COUNT = "select count(*) from " + TABLE;
    private static final String ACKNOWLEDGED = "acknowledged";

    @Override
    public void inject(Scene scene) {
        ShownTable.of(scene, TABLE).drop();
        scene.execute(scene.node(), "create table " + TABLE + "(id int)");
        scene.signal(
                Signal.STOP, List.of(new OsProcess(scene.process("walwriter").pid())));
        scene.execute(scene.node(), "set synchronous_commit = off");
        for (int id = 1; id <= ROWS; id++) {
            scene.execute(scene.node(), "insert into " + TABLE + " values (" + id + ")");
        }
        scene.note(ACKNOWLEDGED, scene.ask(scene.node(), COUNT));
        requireUnwritten(scene);
        scene.server().crash(CrashKind.POWER);
        scene.server().start();
    }

    private static void requireUnwritten(Scene scene) {
        Capabilities server = scene.lab().capabilities();
        Lsn inserted =
                Lsn.parse(scene.ask(scene.node(), "select " + server.walFunction("pg_current_wal_insert_lsn") + "()"));
        Lsn flushed =
                Lsn.parse(scene.ask(scene.node(), "select " + server.walFunction("pg_current_wal_flush_lsn") + "()"));
        if (inserted.compareTo(flushed) <= 0) {
            throw new LabException(ErrorReport.error("could not make node " + scene.node() + " lose commits")
                    .detail("Another client flushed the WAL to disk meanwhile.")
                    .hint("\"heal\" repairs the node; then try again, without other clients that write."));
        }
    }

    @Override
    public Evidence evidence(Scene scene) {
        String acknowledged = scene.note(ACKNOWLEDGED).orElse("");
        return Evidence.of(
                        scene.logSign("automatic recovery in progress"),
                        new Sign(
                                "an empty table",
                                () -> count(scene, true)
                                        .map(count -> count + " of " + acknowledged + " acknowledged rows are there")))
                .not(new Sign("rows", () -> count(scene, false).map(count -> count + " rows survived")));
    }

    private static Optional<String> count(Scene scene, boolean none) {
        try {
            return Optional.of(scene.ask(scene.node(), COUNT)).filter(count -> count.equals("0") == none);
        } catch (LabException e) {
            return Optional.empty();
        }
    }

    @Override
    public void heal(Scene scene) {
        List<OsProcess> stopped = OsProcess.in(scene.server().layout().data()).stream()
                .filter(OsProcess::stopped)
                .toList();
        if (!stopped.isEmpty()) {
            scene.signal(Signal.CONT, stopped);
        }
        new PairWork(scene).revive(scene.node());
        ShownTable.of(scene, TABLE).drop();
    }

    @Override
    public boolean healed(Scene scene) {
        return scene.lab().node(scene.node()).status().status().running()
                && ShownTable.of(scene, TABLE).gone();
    }
}
