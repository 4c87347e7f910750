package dev.pgduo.lab.fault.replication;

import dev.pgduo.cluster.quantity.StopMode;
import dev.pgduo.cluster.quantity.Upstream;
import dev.pgduo.lab.fault.Evidence;
import dev.pgduo.lab.fault.FaultCard;
import dev.pgduo.lab.fault.PairFault;
import dev.pgduo.lab.fault.PairWork;
import dev.pgduo.lab.fault.Scene;
import java.util.Optional;

/** The standby is promoted while the old primary goes on; the old primary then is made a standby without a rewind. */
record Fork(FaultCard card) implements PairFault {
    private static final String TABLE = "pgduo_fork";

    @Override
    public void inject(Scene scene) {
        PairWork work = new PairWork(scene);
        scene.server(scene.other()).promote();
        scene.execute(scene.node(), "create table " + TABLE + "(id int)");
        scene.execute(scene.node(), "insert into " + TABLE + " values (1)");
        scene.execute(
                scene.other(),
                "select txid_current(), " + scene.lab().capabilities().walFunction("pg_switch_wal") + "()");
        work.stop(scene.node(), StopMode.FAST);
        if (!scene.lab().state().password().isEmpty()) {
            scene.lab().node(scene.node()).rememberPassword(scene.lab().state().password());
        }
        scene.server().follow(new Upstream(scene.lab().node(scene.other()).endpoint(), Optional.empty()));
        work.start(scene.node());
    }

    @Override
    public Evidence evidence(Scene scene) {
        return Evidence.of(scene.logSign("new timeline \\d+ forked off current database system timeline \\d+ before"
                + " current recovery point|is not in this server's history"));
    }

    @Override
    public void heal(Scene scene) {
        PairWork work = new PairWork(scene);
        work.start(scene.other());
        // Without the promotion there is nothing to repair.
        if (scene.ask(scene.other(), "select pg_is_in_recovery()").equals("f")) {
            work.rebuild(scene.node());
        } else {
            work.start(scene.node());
        }
    }
}
