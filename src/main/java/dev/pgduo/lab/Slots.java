package dev.pgduo.lab;

import dev.pgduo.cluster.NodeName;
import dev.pgduo.cluster.ServerUnavailable;
import dev.pgduo.cluster.SlotName;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.util.List;
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

    /** Makes a slot; its WAL is kept from now on. */
    public void create(NodeName node, SlotName slot) {
        ask(node, createStatement(slot));
    }

    public void drop(NodeName node, SlotName slot) {
        ask(node, dropStatement(slot));
    }

    /** Name, type, whether it is in use, by which process, and from where WAL is kept. */
    public List<List<@Nullable String>> list(NodeName node) {
        return lab.query(node)
                .rows("select slot_name, slot_type, active, active_pid, restart_lsn from pg_replication_slots"
                        + " order by slot_name");
    }

    private String ask(NodeName node, String sql) {
        try {
            return lab.query(node).scalar(sql);
        } catch (ServerUnavailable e) {
            throw new LabException(
                    ErrorReport.error(String.valueOf(e.getMessage()))
                            .hint(
                                    lab.node(node).status().status().running()
                                            ? null
                                            : "Node " + node + " is not running; \"start " + node + "\" starts it."),
                    e);
        }
    }
}
