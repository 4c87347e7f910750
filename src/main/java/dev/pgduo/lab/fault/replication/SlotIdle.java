package dev.pgduo.lab.fault.replication;

import dev.pgduo.cluster.quantity.Deadline;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.StopMode;
import dev.pgduo.cluster.quantity.Wait;
import dev.pgduo.lab.Lab;
import dev.pgduo.lab.fault.Evidence;
import dev.pgduo.lab.fault.FaultCard;
import dev.pgduo.lab.fault.PairFault;
import dev.pgduo.lab.fault.PairWork;
import dev.pgduo.lab.fault.Scene;
import dev.pgduo.version.Feature;
import java.util.Optional;

/** The slot of a stopped standby is idle for longer than idle_replication_slot_timeout. */
record SlotIdle(FaultCard card) implements PairFault {
    private static final String REASON =
            "select invalidation_reason from pg_replication_slots where slot_name = '" + PairWork.SLOT + "'";
    private static final String IDLE = "idle_timeout";

    @Override
    public Optional<Unavailable> unavailable(Lab lab) {
        return lab.capabilities().has(Feature.IDLE_SLOT_TIMEOUT)
                ? Optional.empty()
                : Optional.of(new Unavailable(
                        "A slot may be idle for ever before PostgreSQL 18, which has idle_replication_slot_timeout.",
                        lab.capabilities().has(Feature.SLOT_WAL_LIMIT)
                                ? "The most similar fault is \"fault slot-lost\": a slot that falls behind max_slot_wal_keep_size."
                                : "The most similar fault is \"fault wal-gone\": a standby whose WAL is gone."));
    }

    @Override
    public void inject(Scene scene) {
        PairWork work = new PairWork(scene);
        NodeName primary = scene.other();
        work.stop(scene.node(), StopMode.FAST);
        work.set(primary, "idle_replication_slot_timeout", "2s");
        work.reload(primary);
        String idle = "select now() - inactive_since > interval '2 s' from pg_replication_slots where slot_name = '"
                + PairWork.SLOT + "'";
        new Wait("have the slot idle for 2 s", Deadline.DEFAULT, () -> "less")
                .until(() -> scene.answers(primary, idle, "t"));
        scene.execute(primary, "checkpoint");
        work.start(scene.node());
    }

    @Override
    public Evidence evidence(Scene scene) {
        return Evidence.of(
                scene.answerSign(
                        scene.other(),
                        REASON,
                        IDLE,
                        "invalidation_reason of slot \"" + PairWork.SLOT + "\" is " + IDLE),
                scene.logSign(scene.other(), "invalidating obsolete replication slot \"" + PairWork.SLOT + "\""),
                scene.logSign("can no longer access replication slot \"" + PairWork.SLOT + "\""));
    }

    @Override
    public void heal(Scene scene) {
        new PairWork(scene).renew(scene.node());
    }
}
