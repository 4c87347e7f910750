package dev.pgduo.lab.fault.replication;

import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.StopMode;
import dev.pgduo.lab.Slots;
import dev.pgduo.lab.fault.Evidence;
import dev.pgduo.lab.fault.FaultCard;
import dev.pgduo.lab.fault.PairFault;
import dev.pgduo.lab.fault.PairWork;
import dev.pgduo.lab.fault.Scene;
import dev.pgduo.report.LabException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The primary removes WAL that its standby, which has no slot, still needs. */
record WalGone(FaultCard card) implements PairFault {
    private static final int MOST = 12;

    @Override
    public void inject(Scene scene) {
        PairWork work = new PairWork(scene);
        NodeName primary = scene.other();
        work.unset(scene.node(), "primary_slot_name");
        work.stop(scene.node(), StopMode.FAST);
        work.keepNoWal(primary);
        work.reload(primary);
        scene.execute(primary, Slots.dropStatement(PairWork.SLOT).replace(";", ""));
        removeWal(scene, work, primary);
        work.start(scene.node());
    }

    private static void removeWal(Scene scene, PairWork work, NodeName primary) {
        String function = scene.lab().capabilities().walFunction("pg_walfile_name");
        String current = scene.lab().capabilities().walFunction("pg_current_wal_lsn");
        // A position at the border of two segments counts as the end of the first one: the checkpoint writes beyond it.
        scene.execute(primary, "checkpoint");
        Path segment = scene.lab()
                .node(primary)
                .walDirectory()
                .resolve(scene.ask(primary, "select " + function + "(" + current + "())"));
        for (int turn = 0; turn < MOST && Files.exists(segment); turn++) {
            work.turnWal(primary);
        }
        if (Files.exists(segment)) {
            throw LabException.of("could not make node " + primary + " remove WAL: something else keeps it");
        }
    }

    @Override
    public Evidence evidence(Scene scene) {
        String gone = "requested WAL segment \\w+ has already been removed";
        return Evidence.of(scene.logSign(gone), scene.logSign(scene.other(), gone));
    }

    @Override
    public void heal(Scene scene) {
        new PairWork(scene).renew(scene.node());
    }
}
