package dev.pgduo.lab.fault.replication;

import dev.pgduo.lab.fault.Evidence;
import dev.pgduo.lab.fault.FaultCard;
import dev.pgduo.lab.fault.PairFault;
import dev.pgduo.lab.fault.PairWork;
import dev.pgduo.lab.fault.Scene;

/** A rule of the primary's pg_hba.conf rejects its standby. */
record HbaRejects(FaultCard card) implements PairFault {
    @Override
    public void inject(Scene scene) {
        new HbaRule(scene).add("reject");
        scene.execute(scene.other(), "select pg_terminate_backend(pid) from pg_stat_replication");
    }

    @Override
    public Evidence evidence(Scene scene) {
        return Evidence.of(
                scene.logSign("pg_hba.conf rejects replication connection"),
                scene.answerSign(
                        scene.other(),
                        "select count(*) from pg_stat_replication",
                        "0",
                        "no row in pg_stat_replication"));
    }

    @Override
    public void heal(Scene scene) {
        PairWork work = new PairWork(scene);
        new HbaRule(scene).remove();
        work.start(scene.node());
        work.awaitStream(scene.node());
    }
}
