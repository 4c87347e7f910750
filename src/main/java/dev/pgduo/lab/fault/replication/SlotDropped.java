package dev.pgduo.lab.fault.replication;

import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.StopMode;
import dev.pgduo.lab.Slots;
import dev.pgduo.lab.fault.Evidence;
import dev.pgduo.lab.fault.FaultCard;
import dev.pgduo.lab.fault.PairFault;
import dev.pgduo.lab.fault.PairWork;
import dev.pgduo.lab.fault.Scene;

/** The slot is dropped while its standby is stopped. */
record SlotDropped(FaultCard card) implements PairFault {
    @Override
    public void inject(Scene scene) {
        PairWork work = new PairWork(scene);
        work.stop(scene.node(), StopMode.FAST);
        scene.execute(scene.other(), Slots.dropStatement(PairWork.SLOT).replace(";", ""));
        work.start(scene.node());
    }

    @Override
    public Evidence evidence(Scene scene) {
        String missing = "replication slot \"" + PairWork.SLOT + "\" does not exist";
        return Evidence.of(scene.logSign(missing), scene.logSign(scene.other(), missing));
    }

    @Override
    public void heal(Scene scene) {
        PairWork work = new PairWork(scene);
        work.start(scene.other());
        Slots slots = new Slots(scene.lab());
        NodeName primary = scene.primary(scene.other());
        if (!slots.exists(primary, PairWork.SLOT)) {
            scene.execute(primary, Slots.createStatement(PairWork.SLOT).replace(";", ""));
        }
        work.start(scene.node());
        work.awaitStream(scene.node());
    }
}
