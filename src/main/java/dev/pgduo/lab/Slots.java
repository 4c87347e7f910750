package dev.pgduo.lab;

import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.NodeStatus;
import dev.pgduo.cluster.quantity.SlotName;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import dev.pgduo.version.Feature;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The physical replication slots of a lab's nodes. */
public final class Slots {
    private final Lab lab;

    public Slots(Lab lab) {
        this.lab = lab;
    }

    /** The statement that makes a slot which keeps WAL from now on. */
    public static String createStatement(SlotName slot) {
        return "select pg_create_physical_replication_slot('" + slot + "', true);";
    }

    /** The statement that drops a slot. */
    public static String dropStatement(SlotName slot) {
        return "select pg_drop_replication_slot('" + slot + "');";
    }

    /** Whether a node has a slot of this name. */
    public boolean exists(NodeName node, SlotName slot) {
        return !ask(node, "select count(*) from pg_replication_slots where slot_name = '" + slot + "'")
                .equals("0");
    }

    /** Whether an existing slot still has all the WAL that it has to keep. */
    public boolean usable(NodeName node, SlotName slot) {
        return !lab.capabilities().has(Feature.SLOT_WAL_LIMIT)
                || ask(
                                node,
                                "select count(*) from pg_replication_slots where slot_name = '" + slot
                                        + "' and wal_status = 'lost'")
                        .equals("0");
    }

    /**
     * Checks that a base backup can stream through a slot.
     *
     * @throws LabException when there is no such slot, a standby uses it, or it has lost its WAL
     */
    public void requireUsable(NodeName node, SlotName slot) {
        if (!exists(node, slot)) {
            throw LabException.of(
                    "replication slot \"" + slot + "\" does not exist on node " + node,
                    "Make it with \"slot create " + slot + " --node " + node + "\".");
        }
        if (!usable(node, slot)) {
            throw new LabException(
                    ErrorReport.error("replication slot \"" + slot + "\" of node " + node + " has lost its WAL")
                            .hint("Drop it first: \"slot drop " + slot + " --node " + node + "\"."));
        }
        if (!ask(node, "select count(*) from pg_replication_slots where active and slot_name = '" + slot + "'")
                .equals("0")) {
            throw new LabException(ErrorReport.error("replication slot \"" + slot + "\" of node " + node + " is in use")
                    .hint("Stop the standby that uses it first, or take another slot."));
        }
    }

    /** Makes a slot, which keeps WAL from now on. */
    public void create(NodeName node, SlotName slot) {
        ask(node, createStatement(slot));
    }

    public void drop(NodeName node, SlotName slot) {
        ask(node, dropStatement(slot));
    }

    /**
     * Checks that no subscription of the lab reads from a slot.
     *
     * @throws LabException when a node has such a subscription, which would end without the slot
     */
    public void requireUnsubscribed(NodeName node, SlotName slot) {
        if (lab.capabilities().has(Feature.LOGICAL_REPLICATION)) {
            Stream.of(node, node.other())
                    .filter(one -> lab.node(one).status().status() == NodeStatus.RUNNING_PRIMARY)
                    .forEach(one -> requireUnsubscribed(node, slot, one));
        }
    }

    /** Checks one node. A standby has its primary's subscriptions in its catalog, but only the primary runs them. */
    private void requireUnsubscribed(NodeName node, SlotName slot, NodeName other) {
        lab
                .query(other)
                .rows("select subname, datname from pg_subscription join pg_database d on d.oid = subdbid"
                        + " where subslotname = '" + slot + "'")
                .stream()
                .findFirst()
                .ifPresent(row -> {
                    throw new LabException(ErrorReport.error("replication slot \"" + slot + "\" of node " + node
                                    + " belongs to the subscription \"" + row.get(0) + "\" of node " + other)
                            .detail("The subscription is in database \"" + row.get(1)
                                    + "\"; without its slot it cannot go on, and changes are lost.")
                            .hint("Drop the subscription there, which drops the slot, or add --force."));
                });
    }

    /**
     * Name, type, whether it is in use, the process id of its user, and restart_lsn, from where WAL is kept; one row for each
     * slot.
     */
    public List<List<@Nullable String>> list(NodeName node) {
        return lab.query(node)
                .rows("select slot_name, slot_type, active, active_pid, restart_lsn from pg_replication_slots"
                        + " order by slot_name");
    }

    private String ask(NodeName node, String sql) {
        return lab.query(node).ask(sql);
    }
}
