package dev.pgduo.lab;

import dev.pgduo.cluster.BackupListener;
import dev.pgduo.cluster.BackupOptions;
import dev.pgduo.cluster.BackupProgress;
import dev.pgduo.cluster.BaseBackupClient;
import dev.pgduo.cluster.Node;
import dev.pgduo.cluster.NodeName;
import dev.pgduo.cluster.NodeStatus;
import dev.pgduo.cluster.Performed;
import dev.pgduo.cluster.SlotName;
import dev.pgduo.cluster.Upstream;
import dev.pgduo.cluster.process.OsCommand;
import dev.pgduo.cluster.version.Feature;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The steps from two nodes in any state to a primary and its streaming standby, each told as it is done. */
public final class PairUp {
    /** Is told what is done, in order. */
    public interface Listener {
        /** A command of a node's OS prompt was run. */
        void performed(NodeName node, Performed performed);

        /** A statement was run on a node. */
        void sql(NodeName node, String statement);

        /** A base backup is under way. */
        default void progress(BackupProgress progress) {}
    }

    /** The slot that the pair's standby uses when no other one is named. */
    public static final SlotName SLOT = new SlotName("pgduo");

    private final Lab lab;
    private final Listener listener;

    public PairUp(Lab lab, Listener listener) {
        this.lab = lab;
        this.listener = listener;
    }

    /** Brings up the pair: the node that is a primary stays it, else a becomes it; says how long the last wait took. */
    public Waited up() {
        NodeName primary = lab.withRole(NodeStatus.RUNNING_PRIMARY).orElse(NodeName.A);
        start(primary);
        NodeName standby = primary.other();
        if (lab.node(standby).status().status() == NodeStatus.RUNNING_PRIMARY) {
            throw new LabException(ErrorReport.error("both nodes are running primaries")
                    .hint("Stop the one that shall become the standby: \"stop " + standby + "\"."));
        }
        if (lab.node(standby).status().status() != NodeStatus.RUNNING_STANDBY) {
            slot(primary, SLOT);
            // A new pair can be made again: the copy is not written through to the disk.
            copy(primary, standby, BackupOptions.standby().with(SLOT).with(BackupOptions.Flag.NO_SYNC));
            follow(standby, primary, Optional.of(SLOT));
            start(standby);
        }
        return new Streaming(lab).await(primary, standby);
    }

    /** Makes a slot unless it is there. */
    public void slot(NodeName node, SlotName slot) {
        Slots slots = new Slots(lab);
        if (!slots.exists(node, slot)) {
            slots.create(node, slot);
            listener.sql(node, Slots.createStatement(slot));
        }
    }

    /**
     * Fills a node that does not run with a base backup of another one; what was in it goes.
     *
     * @throws LabException when the target runs
     */
    public void copy(NodeName from, NodeName to, BackupOptions options) {
        copy(from, to, options, lab.backupClient(lab.node(to)));
    }

    /** The same through this client. */
    public void copy(NodeName from, NodeName to, BackupOptions options, BaseBackupClient client) {
        Node target = lab.node(to);
        if (target.status().pid().isPresent()) {
            throw new LabException(ErrorReport.error("cannot take a base backup into node " + to + ": it is running")
                    .hint("Stop it first: \"stop " + to + "\"."));
        }
        if (target.status().status() != NodeStatus.EMPTY) {
            listener.performed(to, target.wipe());
        }
        if (!lab.state().password().isEmpty()) {
            target.rememberPassword(lab.state().password());
        }
        listener.performed(to, target.baseBackup(lab.node(from).endpoint(), options.with(progress()), client));
    }

    private BackupListener progress() {
        return new BackupListener() {
            @Override
            public void progress(BackupProgress progress) {
                listener.progress(progress);
            }
        };
    }

    /** Makes a node that does not run a standby of the other one. */
    public void follow(NodeName standby, NodeName primary, Optional<SlotName> slot) {
        if (!lab.state().password().isEmpty()) {
            lab.node(standby).rememberPassword(lab.state().password());
        }
        Upstream upstream = new Upstream(lab.node(primary).endpoint(), slot);
        listener.performed(standby, lab.node(standby).follow(upstream));
        if (!lab.capabilities().has(Feature.STANDBY_SIGNAL)) {
            appended(standby, "recovery_target_timeline", "latest");
        }
        appended(standby, "primary_conninfo", upstream.server().conninfo(standby.toString()));
        slot.ifPresent(name -> appended(standby, "primary_slot_name", name.value()));
    }

    /** What a student would type for a setting of a standby. */
    private void appended(NodeName standby, String name, String value) {
        Node node = lab.node(standby);
        String file = node.layout()
                .data()
                .resolve(lab.capabilities().recoverySettingsFile())
                .toString();
        String line = "echo \"" + name + " = '" + value + "'\" >> " + OsCommand.quote(file);
        listener.performed(standby, new Performed(line, List.of(), Duration.ZERO));
    }

    /** Starts a node unless it runs; one that was never initialised is initialised first. */
    public void start(NodeName name) {
        Node node = lab.node(name);
        if (node.status().status() == NodeStatus.EMPTY) {
            listener.performed(name, node.init(lab.initOptions().admittingReplication()));
        }
        if (lab.node(name).status().pid().isEmpty()) {
            lab.recheckPorts();
            listener.performed(name, lab.node(name).start());
        }
    }
}
