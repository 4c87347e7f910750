package dev.pgduo.lab;

import dev.pgduo.cluster.backup.BackupListener;
import dev.pgduo.cluster.backup.BackupOptions;
import dev.pgduo.cluster.backup.BackupProgress;
import dev.pgduo.cluster.backup.BaseBackupClient;
import dev.pgduo.cluster.files.FileTree;
import dev.pgduo.cluster.node.Node;
import dev.pgduo.cluster.node.RewindClient;
import dev.pgduo.cluster.process.OsCommand;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.NodeStatus;
import dev.pgduo.cluster.quantity.PgCtlResult;
import dev.pgduo.cluster.quantity.ServerUnavailable;
import dev.pgduo.cluster.quantity.SlotName;
import dev.pgduo.cluster.quantity.StopMode;
import dev.pgduo.cluster.quantity.Upstream;
import dev.pgduo.lab.kept.KeptCopy;
import dev.pgduo.lab.pair.RecoveryFiles;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import dev.pgduo.version.Feature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The steps that make a node a standby, each reported when it begins. */
public final class StandbySteps {
    /** Hears of each step, in order. */
    public interface Listener {
        /** A listener that does nothing. */
        Listener NONE = new Listener() {
            @Override
            public void begins(NodeName node, String line) {}

            @Override
            public void sql(NodeName node, String statement) {}
        };

        /** A command, as a line of a node's OS prompt, is about to be run. */
        void begins(NodeName node, String line);

        /** The command that began has been run. */
        default void ended(NodeName node, PgCtlResult performed) {}

        /** A statement is executed on a node. */
        void sql(NodeName node, String statement);

        /** The progress of a base backup. */
        default void progress(BackupProgress progress) {}

        /** The data that a step replaced have been kept. */
        default void kept(KeptCopy copy) {}

        /** A remark for the person that is not part of any command. */
        default void remark(String text) {}
    }

    /** The slot that the pair's standby uses when no other one is named. */
    public static final SlotName SLOT = new SlotName("pgduo");

    private final Lab lab;
    private final Listener listener;

    public StandbySteps(Lab lab, Listener listener) {
        this.lab = lab;
        this.listener = listener;
    }

    /** Runs a verb on a node; the listener hears of its command line before it runs. */
    private PgCtlResult run(NodeName name, Function<Node, PgCtlResult> verb) {
        PgCtlResult performed = verb.apply(lab.node(name).telling(line -> listener.begins(name, line)));
        listener.ended(name, performed);
        return performed;
    }

    /** Makes a slot unless it exists. */
    public void slot(NodeName node, SlotName slot) {
        Slots slots = new Slots(lab);
        if (!slots.exists(node, slot)) {
            slots.create(node, slot);
            listener.sql(node, Slots.createStatement(slot));
        }
    }

    /** Drops a slot that no standby uses. */
    public void drop(NodeName node, SlotName slot) {
        new Slots(lab).drop(node, slot);
        listener.sql(node, Slots.dropStatement(slot));
    }

    /**
     * Fills a node that does not run with a base backup of another one. Its old data come back when the backup fails; after a
     * success they are kept if they are worth it.
     *
     * @param worth whether the old data are worth keeping
     * @throws LabException when the target runs, or the source cannot be copied
     */
    public void copy(NodeName from, NodeName to, BackupOptions options, BaseBackupClient client, boolean worth) {
        Node target = lab.node(to);
        if (target.status().pid().isPresent()) {
            throw new LabException(ErrorReport.error("cannot take a base backup into node " + to + ": it is running")
                    .hint("Stop it first: \"stop " + to + "\"."));
        }
        requireSource(from, options);
        boolean filled = target.status().status() != NodeStatus.EMPTY;
        Optional<KeptCopy> kept = lab.kept().replace(target, "basebackup", worth, () -> {
            if (filled) {
                listener.begins(to, "rm -rf " + target.layout().data() + "/*");
            }
            if (!lab.state().password().isEmpty()) {
                target.rememberPassword(lab.state().password());
            }
            run(to, node -> node.baseBackup(lab.node(from).endpoint(), options.with(progress()), client));
        });
        kept.ifPresent(listener::kept);
        if (options.slot().isEmpty()) {
            inheritedSlot(to, from);
        }
    }

    /** Checks all that can be checked before the target's data are touched. */
    private void requireSource(NodeName from, BackupOptions options) {
        new NodeNeed(lab).running(from, "take a base backup of node " + from);
        options.slot().ifPresent(slot -> new Slots(lab).requireUsable(from, slot));
    }

    private BackupListener progress() {
        return new BackupListener() {
            @Override
            public void progress(BackupProgress progress) {
                listener.progress(progress);
            }
        };
    }

    /**
     * Rewinds a node that does not run and whose history has diverged from the source's with pg_rewind, and makes it a standby.
     */
    public void rewind(NodeName node, NodeName source, RewindClient client) {
        checkpoint(source);
        String slot = recovery(node).slot().filter(SlotName::valid).orElse(SLOT.value());
        lab.kept().share(lab.node(node), "rewind").ifPresent(listener::kept);
        PgCtlResult rewound = run(node, target -> target.rewind(lab.node(source).endpoint(), client));
        if (rewound.output().stream().anyMatch(line -> line.contains("no rewind required"))) {
            requireContained(node, source);
        }
        follow(node, source, Optional.of(new SlotName(slot)));
    }

    /**
     * Checks that the rewound node has no changes that the source lacks: pg_rewind compares timelines only, and does not notice
     * a node that was written to on the source's own timeline.
     */
    private void requireContained(NodeName node, NodeName source) {
        if (!lab.check().look().picture().relation().contained(node)) {
            throw new LabException(ErrorReport.error("could not rewind node " + node
                            + ": pg_rewind sees no difference, but the histories of the nodes have diverged")
                    .hint("Copy the node again: \"basebackup --from " + source + " --to " + node + " --slot " + SLOT
                            + " --yes\"."));
        }
    }

    /**
     * Makes a checkpoint on the source: until the first one after a promotion, its control file still has the timeline from
     * before.
     */
    public void checkpoint(NodeName source) {
        try {
            if (lab.node(source).status().status().running()) {
                listener.sql(source, "checkpoint;");
            }
            lab.query(source).scalar("checkpoint");
        } catch (ServerUnavailable e) {
            throw new LabException(
                    ErrorReport.error("could not make a checkpoint on node " + source + ": " + e.getMessage())
                            .hint("It must be running: \"start " + source + "\"."),
                    e);
        }
    }

    /** Makes a node that does not run a standby of the other one; its slot is made on the primary when that runs. */
    public void follow(NodeName standby, NodeName primary, Optional<SlotName> slot) {
        if (!lab.state().password().isEmpty()) {
            lab.node(standby).rememberPassword(lab.state().password());
        }
        if (slot.isPresent() && lab.node(primary).status().status().running()) {
            slot(primary, slot.get());
        }
        Upstream upstream = new Upstream(lab.node(primary).endpoint(), slot);
        run(standby, node -> node.follow(upstream));
        if (!lab.capabilities().has(Feature.STANDBY_SIGNAL)) {
            appended(standby, "recovery_target_timeline", "latest");
        }
        appended(standby, "primary_conninfo", upstream.conninfo(standby.toString(), lab.capabilities()));
        slot.ifPresentOrElse(
                name -> appended(standby, "primary_slot_name", name.value()), () -> inheritedSlot(standby, primary));
    }

    /**
     * Makes the slot that the copied settings name: a copy has the settings of its source, and could not stream without that
     * slot.
     */
    private void inheritedSlot(NodeName standby, NodeName primary) {
        RecoveryFiles files = recovery(standby);
        Optional<String> named = files.slot().filter(name -> files.conninfo().isPresent());
        if (named.isPresent()
                && SlotName.valid(named.get())
                && lab.node(primary).status().status().running()) {
            slot(primary, new SlotName(named.get()));
        }
    }

    private RecoveryFiles recovery(NodeName node) {
        return RecoveryFiles.read(lab.node(node).layout().data(), lab.capabilities());
    }

    /** Reports the command that a person would type for a setting of a standby. */
    private void appended(NodeName standby, String name, String value) {
        Node node = lab.node(standby);
        Path file = node.layout().data().resolve(lab.capabilities().recoverySettingsFile());
        String line = "echo \"" + name + " = '" + value + "'\" >> " + OsCommand.quote(file.toString());
        listener.begins(standby, line);
    }

    /**
     * Starts a node unless it runs; a node that was never used is initialised first.
     *
     * @throws LabException when its data directory was emptied after it had been used
     */
    public void start(NodeName name) {
        Node node = lab.node(name);
        if (node.status().status() == NodeStatus.EMPTY) {
            requireUnused(node);
            init(name);
        }
        if (node.status().pid().isEmpty()) {
            lab.recheckPorts();
            run(name, Node::start);
        }
    }

    /** Initialises a node. */
    public void init(NodeName name) {
        run(name, node -> node.init(lab.initOptions().admittingReplication()));
    }

    /** Initialises a stopped node once more; data that somebody has used are kept. */
    public void renew(NodeName name) {
        Node node = lab.node(name);
        boolean worth = !lab.check().look().picture().of(name).blank() || strays(node);
        lab.kept().replace(node, "reset", worth, () -> init(name)).ifPresent(listener::kept);
    }

    /** Whether the data directory holds files that are no database cluster. */
    private static boolean strays(Node node) {
        try {
            return node.status().status() == NodeStatus.EMPTY
                    && !FileTree.entries(node.layout().data()).isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void requireUnused(Node node) {
        if (node.used()) {
            throw new LabException(ErrorReport.error(
                            "cannot start node " + node.name() + ": its data directory is empty")
                    .detail(
                            "There was a database cluster in it once; pgduo does not create another one without being told.")
                    .hint("Copy the other node with \"basebackup --from "
                            + node.name().other() + " --to " + node.name() + "\", or create a new cluster with \"init "
                            + node.name() + "\"."));
        }
    }

    /** Makes a running standby the primary. */
    public void promote(NodeName name) {
        run(name, Node::promote);
    }

    /** Makes a running node reload its configuration files. */
    public void reload(NodeName name) {
        run(name, Node::reload);
    }

    /** Stops a node, if it runs. */
    public void stop(NodeName name, StopMode mode) {
        if (lab.node(name).status().pid().isPresent()) {
            run(name, node -> node.stop(mode));
        }
    }

    /** Stops the nodes that run, the primary first. */
    public void stopAll(StopMode mode) {
        Stream.of(lab.stopOrder()).flatMap(List::stream).forEach(node -> stop(node.name(), mode));
    }

    Listener listener() {
        return listener;
    }
}
