package dev.pgduo.lab.fault.replication;

import dev.pgduo.cluster.quantity.StopMode;
import dev.pgduo.lab.fault.Evidence;
import dev.pgduo.lab.fault.FaultCard;
import dev.pgduo.lab.fault.PairFault;
import dev.pgduo.lab.fault.PairWork;
import dev.pgduo.lab.fault.Scene;

/** A standby does not start because its max_connections is lower than its primary's. */
record SettingTooLow(FaultCard card) implements PairFault {
    private static final String SETTING = "max_connections";

    @Override
    public void inject(Scene scene) {
        PairWork work = new PairWork(scene);
        int primary = Integer.parseInt(scene.ask(scene.other(), "show " + SETTING));
        work.stop(scene.node(), StopMode.FAST);
        work.set(scene.node(), SETTING, Integer.toString(primary - 1));
        work.tryStart(scene.node());
    }

    @Override
    public Evidence evidence(Scene scene) {
        return Evidence.of(
                scene.logSign(SETTING + " = \\d+ is a lower setting than on the (primary|master) server"),
                scene.goneSign());
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
}
