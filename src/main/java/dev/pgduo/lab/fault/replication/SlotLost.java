package dev.pgduo.lab.fault.replication;

import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.StopMode;
import dev.pgduo.lab.Lab;
import dev.pgduo.lab.fault.Evidence;
import dev.pgduo.lab.fault.FaultCard;
import dev.pgduo.lab.fault.PairFault;
import dev.pgduo.lab.fault.PairWork;
import dev.pgduo.lab.fault.Scene;
import dev.pgduo.report.LabException;
import dev.pgduo.version.Feature;
import java.util.Optional;

/** The slot of a stopped standby needs more WAL than max_slot_wal_keep_size. */
record SlotLost(FaultCard card) implements PairFault {
    private static final int MOST = 12;
    private static final String STATUS =
            "select wal_status from pg_replication_slots where slot_name = '" + PairWork.SLOT + "'";

    @Override
    public Optional<Unavailable> unavailable(Lab lab) {
        return lab.capabilities().has(Feature.SLOT_WAL_LIMIT)
                ? Optional.empty()
                : Optional.of(new Unavailable(
                        "A slot keeps WAL without a limit before PostgreSQL 13, and is never lost.",
                        "The most similar fault is \"fault wal-gone\": a standby without a slot."));
    }

    @Override
    public void inject(Scene scene) {
        PairWork work = new PairWork(scene);
        NodeName primary = scene.other();
        work.stop(scene.node(), StopMode.FAST);
        work.keepNoWal(primary);
        work.set(primary, "max_slot_wal_keep_size", "16MB");
        work.reload(primary);
        for (int turn = 0; turn < MOST && !scene.ask(primary, STATUS).equals("lost"); turn++) {
            work.turnWal(primary);
        }
        if (!scene.ask(primary, STATUS).equals("lost")) {
            throw LabException.of("could not make node " + primary + " lose the slot");
        }
        work.start(scene.node());
    }

    @Override
    public Evidence evidence(Scene scene) {
        return Evidence.of(
                scene.answerSign(scene.other(), STATUS, "lost", "wal_status of slot \"" + PairWork.SLOT + "\" is lost"),
                scene.logSign(scene.other(), "invalidating (obsolete replication )?slot \"" + PairWork.SLOT + "\""),
                scene.logSign("can no longer access replication slot|has been invalidated"
                        + "|requested WAL segment \\w+ has already been removed"));
    }

    @Override
    public void heal(Scene scene) {
        new PairWork(scene).renew(scene.node());
    }
}
