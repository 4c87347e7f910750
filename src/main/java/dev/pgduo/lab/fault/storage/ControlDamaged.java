package dev.pgduo.lab.fault.storage;

import dev.pgduo.cluster.quantity.StopMode;
import dev.pgduo.lab.fault.Evidence;
import dev.pgduo.lab.fault.Fault;
import dev.pgduo.lab.fault.FaultCard;
import dev.pgduo.lab.fault.PairWork;
import dev.pgduo.lab.fault.Scene;

/** A byte of pg_control is changed while the server is down, which then does not start. */
record ControlDamaged(FaultCard card) implements Fault {
    /**
     * The changed byte's offset: after the version fields, which are checked before the checksum, in the copy of the last
     * checkpoint.
     */
    private static final int PLACE = 48;

    @Override
    public void inject(Scene scene) {
        PairWork work = new PairWork(scene);
        work.stop(scene.node(), StopMode.FAST);
        new DamagedFile(scene.server().layout().controlFile(), PLACE).damage(scene, 1);
        work.tryStart(scene.node());
    }

    @Override
    public Evidence evidence(Scene scene) {
        return Evidence.of(scene.logSign("incorrect checksum in control file"), scene.goneSign());
    }

    @Override
    public void heal(Scene scene) {
        PairWork work = new PairWork(scene);
        DamagedFile.repair(scene);
        work.revive(scene.node());
    }

    @Override
    public boolean healed(Scene scene) {
        return scene.lab().node(scene.node()).status().status().running();
    }
}
