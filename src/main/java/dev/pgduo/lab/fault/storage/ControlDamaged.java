package dev.pgduo.lab.fault.storage;

import dev.pgduo.cluster.quantity.StopMode;
import dev.pgduo.lab.fault.Evidence;
import dev.pgduo.lab.fault.Evidence.Sign;
import dev.pgduo.lab.fault.Fault;
import dev.pgduo.lab.fault.FaultCard;
import dev.pgduo.lab.fault.PairWork;
import dev.pgduo.lab.fault.Scene;
import dev.pgduo.report.LabException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A byte of pg_control is changed while the server is down, which then does not start. */
record ControlDamaged(FaultCard card) implements Fault {
    private static final Logger LOG = LoggerFactory.getLogger(ControlDamaged.class);

    /** In the copy of the last checkpoint: the version before it is looked at first. */
    private static final int PLACE = 48;

    @Override
    public void inject(Scene scene) {
        PairWork work = new PairWork(scene);
        work.stop(scene.node(), StopMode.FAST);
        new DamagedFile(scene.server().layout().controlFile(), PLACE).damage(scene, 1);
        try {
            scene.server().start();
        } catch (LabException e) {
            LOG.debug("node {} did not start", scene.node(), e);
        }
    }

    @Override
    public Evidence evidence(Scene scene) {
        return Evidence.of(
                scene.logSign("incorrect checksum in control file"),
                new Sign(
                        "no server",
                        () -> scene.lab().node(scene.node()).status().pid().isEmpty()
                                ? Optional.of("node " + scene.node() + " does not run")
                                : Optional.empty()));
    }

    @Override
    public void heal(Scene scene) {
        PairWork work = new PairWork(scene);
        DamagedFile.repair(scene);
        work.start(scene.node());
    }

    @Override
    public boolean healed(Scene scene) {
        return scene.lab().node(scene.node()).status().status().running();
    }
}
