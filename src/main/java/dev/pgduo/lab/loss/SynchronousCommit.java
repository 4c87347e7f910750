package dev.pgduo.lab.loss;

import dev.pgduo.cluster.quantity.Deadline;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.NodeStatus;
import dev.pgduo.cluster.quantity.Wait;
import dev.pgduo.lab.Lab;
import dev.pgduo.lab.PairUp;
import dev.pgduo.lab.StandbySteps;
import dev.pgduo.lab.conf.NodeConf;
import java.util.Optional;

/** Makes commits wait for the standby until it is closed; an existing value of the setting is not changed. */
public final class SynchronousCommit implements AutoCloseable {
    private static final String SETTING = "synchronous_standby_names";
    private static final String ALL = "*";

    private final Lab lab;
    private final NodeName node;
    private final boolean set;

    private SynchronousCommit(Lab lab, NodeName node, boolean set) {
        this.lab = lab;
        this.node = node;
        this.set = set;
    }

    /** Makes commits on this primary wait from now on. */
    public static SynchronousCommit on(Lab lab, NodeName primary, StandbySteps steps, PairUp.Settings settings) {
        boolean unset = value(lab, primary).isEmpty();
        SynchronousCommit made = new SynchronousCommit(lab, primary, unset);
        if (unset) {
            settings.set(primary, SETTING, ALL);
            try {
                steps.reload(primary);
                new Wait("see node " + primary.other() + " synchronous", Deadline.DEFAULT, () -> "it is asynchronous")
                        .until(() -> lab.query(primary)
                                .ask("select count(*) from pg_stat_replication where sync_state = 'sync'")
                                .equals("1"));
            } catch (RuntimeException e) {
                made.close();
                throw e;
            }
        }
        return made;
    }

    private static Optional<String> value(Lab lab, NodeName name) {
        return new NodeConf(lab, name).effective().value(SETTING).filter(value -> !value.isBlank());
    }

    /** Removes the setting again, also on a node that does not run. */
    @Override
    public void close() {
        if (!set || value(lab, node).filter(ALL::equals).isEmpty()) {
            return;
        }
        boolean interrupted = Thread.interrupted();
        try {
            new NodeConf(lab, node).reset(SETTING);
            if (lab.node(node).status().status() == NodeStatus.RUNNING_PRIMARY) {
                lab.node(node).reload();
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
