package dev.pgduo.lab.fault.replication;

import dev.pgduo.cluster.process.OsProcess;
import dev.pgduo.cluster.quantity.StopMode;
import dev.pgduo.lab.fault.Evidence;
import dev.pgduo.lab.fault.Evidence.Sign;
import dev.pgduo.lab.fault.Fault;
import dev.pgduo.lab.fault.FaultCard;
import dev.pgduo.lab.fault.PairWork;
import dev.pgduo.lab.fault.Scene;
import dev.pgduo.report.LabException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A standby that may have fewer connections than its primary does not start. */
record SettingTooLow(FaultCard card) implements Fault {
    private static final Logger LOG = LoggerFactory.getLogger(SettingTooLow.class);
    private static final String SETTING = "max_connections";

    @Override
    public boolean needsStream() {
        return true;
    }

    @Override
    public void inject(Scene scene) {
        PairWork work = new PairWork(scene);
        int primary = Integer.parseInt(scene.ask(scene.other(), "show " + SETTING));
        work.stop(scene.node(), StopMode.FAST);
        work.set(scene.node(), SETTING, Integer.toString(primary - 1));
        try {
            work.start(scene.node());
        } catch (LabException e) {
            LOG.debug("node {} did not start", scene.node(), e);
        }
    }

    @Override
    public Evidence evidence(Scene scene) {
        Path data = scene.server().layout().data();
        return Evidence.of(
                scene.logSign(SETTING + " = \\d+ is a lower setting than on the (primary|master) server"),
                new Sign(
                        "no process of the node",
                        () -> OsProcess.in(data).isEmpty()
                                ? Optional.of("no process of node " + scene.node() + " is left")
                                : Optional.empty()));
    }

    @Override
    public void heal(Scene scene) {
        PairWork work = new PairWork(scene);
        work.stop(scene.node(), StopMode.FAST);
        work.putBack(scene.node());
        work.start(scene.other());
        work.start(scene.node());
        work.awaitStream(scene.node());
    }

    @Override
    public boolean healed(Scene scene) {
        return new PairWork(scene).healthy();
    }
}
