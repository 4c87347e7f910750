package dev.pgduo.lab.fault;

import dev.pgduo.cluster.backup.BackupOptions;
import dev.pgduo.cluster.conf.ConfFile;
import dev.pgduo.cluster.layout.SettingsFile;
import dev.pgduo.cluster.node.Node;
import dev.pgduo.cluster.process.OsCommand;
import dev.pgduo.cluster.quantity.Deadline;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.NodeStatus;
import dev.pgduo.cluster.quantity.SlotName;
import dev.pgduo.cluster.quantity.StopMode;
import dev.pgduo.cluster.quantity.Wait;
import dev.pgduo.lab.Slots;
import dev.pgduo.lab.StandbySteps;
import dev.pgduo.lab.Streaming;
import dev.pgduo.lab.pair.PairCheck.Finding;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.FailureReason;
import dev.pgduo.report.LabException;
import dev.pgduo.version.Capabilities;
import dev.pgduo.version.Feature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work on both nodes that replication faults share: settings that are restored, and a standby that is copied again.
 *
 * @param scene the fault's context
 */
public record PairWork(Scene scene) {
    private static final Logger LOG = LoggerFactory.getLogger(PairWork.class);
    private static final String SETTING = "setting.";
    private static final String NONE = "-";
    private static final String SOME = "=";
    private static final List<String> RECOVERY = List.of("primary_conninfo", "primary_slot_name");

    /** The slot of the lab's standby. */
    public static final SlotName SLOT = StandbySteps.SLOT;

    /** Starts a node, unless it runs or is starting already; then waits until it is up. */
    public void start(NodeName name) {
        settle(name);
        if (scene.lab().node(name).status().pid().isEmpty()) {
            scene.lab().recheckPorts();
            scene.server(name).start();
        }
    }

    /**
     * Starts a node that died, unless it runs.
     *
     * @throws LabException when two histories would arise, because the other node has been promoted meanwhile
     */
    public void revive(NodeName name) {
        settle(name);
        if (scene.lab().node(name).status().pid().isPresent()) {
            return;
        }
        Finding finding = scene.lab().check().look();
        if (finding.picture().leftBehind(name)) {
            throw new LabException(ErrorReport.error(
                            "cannot heal by starting node " + name + ": the other node has gone on without it")
                    .detail(finding.verdict().words() + ".")
                    .hint(finding.verdict().advice()));
        }
        start(name);
    }

    /** Waits for the end of a start or stop that another pgduo began, and was killed in the middle of it. */
    private void settle(NodeName name) {
        Node node = scene.lab().node(name);
        Wait.to(
                        "have node " + name + " started or stopped",
                        node.settings().deadline().limit())
                .comesTrue(() -> !node.status().status().changing());
    }

    /** Starts a node; that it does not come up is no error. */
    public void tryStart(NodeName name) {
        try {
            start(name);
        } catch (LabException e) {
            LOG.debug("node {} did not start", name, e);
        }
    }

    public void stop(NodeName name, StopMode mode) {
        if (scene.lab().node(name).status().pid().isPresent()) {
            scene.server(name).stop(mode);
        }
    }

    public void restart(NodeName name) {
        stop(name, StopMode.FAST);
        start(name);
    }

    /**
     * Changes a setting of a node, by ALTER SYSTEM where possible, and notes its old value. It takes effect at the next reload
     * or restart.
     */
    public void set(NodeName name, String setting, String value) {
        note(name, setting);
        write(name, setting, Optional.of(value));
    }

    /** Removes a setting from the node's file in the same manner. */
    public void unset(NodeName name, String setting) {
        note(name, setting);
        write(name, setting, Optional.empty());
    }

    private void note(NodeName name, String setting) {
        String key = SETTING + name + "." + setting;
        if (scene.note(key).isEmpty()) {
            scene.note(key, before(name, setting).map(SOME::concat).orElse(NONE));
        }
    }

    private Optional<String> before(NodeName name, String setting) {
        try {
            Path file = file(name, setting);
            String text = Files.exists(file) ? Files.readString(file) : "";
            return ConfFile.parse(text, file.toString()).value(setting);
        } catch (IOException e) {
            throw LabException.of("could not read the settings of node " + name + ": " + FailureReason.of(e));
        }
    }

    private Path file(NodeName name, String setting) {
        String file =
                RECOVERY.contains(setting) ? scene.lab().capabilities().recoverySettingsFile() : "postgresql.auto.conf";
        return scene.lab().node(name).layout().data().resolve(file);
    }

    private void write(NodeName name, String setting, Optional<String> value) {
        Node node = scene.lab().node(name);
        Path file = file(name, setting);
        if (node.status().status().running() && file.endsWith("postgresql.auto.conf")) {
            scene.execute(
                    name,
                    value.map(text -> "alter system set " + setting + " = " + SettingsFile.quote(text))
                            .orElse("alter system reset " + setting));
            return;
        }
        SettingsFile settings = new SettingsFile(file, node.settings().runAs());
        String quoted = OsCommand.quote(file.toString());
        if (value.isPresent()) {
            scene.tell(name, "echo \"" + setting + " = " + SettingsFile.quote(value.get()) + "\" >> " + quoted);
            settings.set(setting, value.get());
        } else {
            scene.tell(name, "sed -i '/^" + setting + " /d' " + quoted);
            settings.reset(List.of(setting));
        }
    }

    /** Copies the old value of a setting from the notes of another fault, which changed the same setting before. */
    public void adopt(StandingFault other, NodeName name, String setting) {
        String key = SETTING + name + "." + setting;
        String old = other.notes().get(key);
        if (old != null && scene.note(key).isEmpty()) {
            scene.note(key, old);
        }
    }

    /** Restores the settings of a node that this fault has changed; returns whether there were any. */
    public boolean putBack(NodeName name) {
        return !putBack(name, List.of()).isEmpty();
    }

    /**
     * Restores the settings of a node that this fault has changed, except those that another active fault has changed as well,
     * which restores them. Settings of a recovery.conf that does not exist any more are left out.
     *
     * @return the names of the restored settings
     */
    public List<String> putBack(NodeName name, List<StandingFault> others) {
        Map<String, String> notes = noted(name);
        notes.keySet()
                .removeIf(setting ->
                        others.stream().anyMatch(other -> other.notes().containsKey(SETTING + name + "." + setting))
                                || gone(name, setting));
        notes.forEach((setting, old) ->
                write(name, setting, old.startsWith(SOME) ? Optional.of(old.substring(1)) : Optional.empty()));
        return List.copyOf(notes.keySet());
    }

    private boolean gone(NodeName name, String setting) {
        Path file = file(name, setting);
        return file.endsWith("recovery.conf") && !Files.exists(file);
    }

    /** The old values of a node's settings, from the notes. */
    private Map<String, String> noted(NodeName name) {
        String prefix = SETTING + name + ".";
        Map<String, String> noted = new TreeMap<>();
        scene.fault().notes().forEach((key, old) -> {
            if (key.startsWith(prefix)) {
                noted.put(key.substring(prefix.length()), old);
            }
        });
        return noted;
    }

    /** Makes a running node reload its settings. */
    public void reload(NodeName name) {
        scene.server(name).reload();
    }

    /** Switches to a new WAL segment on the primary, and makes a checkpoint, which removes segments that are not needed. */
    public void turnWal(NodeName primary) {
        scene.execute(
                primary, "select txid_current(), " + scene.lab().capabilities().walFunction("pg_switch_wal") + "()");
        scene.execute(primary, "checkpoint");
    }

    /** Sets the primary to keep no WAL for standbys: wal_keep_size or wal_keep_segments is 0. */
    public void keepNoWal(NodeName primary) {
        boolean size = scene.lab().capabilities().has(Feature.WAL_KEEP_SIZE);
        set(primary, size ? "wal_keep_size" : "wal_keep_segments", "0");
    }

    /**
     * Makes a node a standby of the other one with a new base backup, and waits until it streams. Data that only this node has
     * are kept for {@code undo}.
     *
     * @throws LabException when the other one is no primary; nothing has been changed then
     */
    public void rebuild(NodeName standby) {
        NodeName primary = standby.other();
        start(primary);
        Finding finding = scene.lab().check().look();
        boolean exchanged = finding.picture().of(standby).runningPrimary();
        if (exchanged && finding.verdict().situation().healthy()) {
            return;
        }
        if (!scene.ask(primary, "select pg_is_in_recovery()").equals("f")) {
            throw new LabException(
                    ErrorReport.error("cannot make node " + standby + " anew: node " + primary + " is no primary")
                            .detail(finding.verdict().words() + ".")
                            .hint(finding.verdict().advice()));
        }
        stop(standby, StopMode.IMMEDIATE);
        Slots slots = new Slots(scene.lab());
        new Wait("see the slot unused", Deadline.DEFAULT, () -> "it is in use")
                .until(() -> scene.ask(
                                primary,
                                "select count(*) from pg_replication_slots where active and slot_name = '" + SLOT + "'")
                        .equals("0"));
        if (slots.exists(primary, SLOT)) {
            scene.execute(primary, Slots.dropStatement(SLOT).replace(";", ""));
        }
        StandbySteps steps = new StandbySteps(scene.lab(), scene.steps());
        steps.slot(primary, SLOT);
        steps.copy(
                primary,
                standby,
                BackupOptions.standby().with(SLOT).with(BackupOptions.Flag.NO_SYNC),
                scene.lab().backupClient(scene.lab().node(standby)),
                finding.loss(standby).isPresent());
        steps.follow(standby, primary, Optional.of(SLOT));
        start(standby);
        awaitStream(standby);
    }

    /**
     * Restores the settings of the primary, and copies its standby again, unless the pair is healthy and nothing was changed.
     */
    public void renew(NodeName standby) {
        start(standby.other());
        boolean changed = putBack(standby.other());
        if (changed) {
            reload(standby.other());
        }
        if (changed || !noted(standby).isEmpty() || !healthy()) {
            rebuild(standby);
        }
    }

    /** Waits until a standby has replayed what its primary has written. */
    public void awaitReplay(NodeName standby) {
        await(standby, "replay");
    }

    /** Waits until a standby has received what its primary has written. */
    public void awaitReceive(NodeName standby) {
        await(standby, "receive");
    }

    private void await(NodeName standby, String done) {
        Capabilities server = scene.lab().capabilities();
        String written = scene.ask(standby.other(), "select " + server.walFunction("pg_current_wal_lsn") + "()");
        String question = "select " + server.walFunction("pg_last_wal_" + done + "_lsn") + "() >= '" + written + "'";
        new Wait("have node " + standby + " " + done + " " + written, Deadline.DEFAULT, () -> "less")
                .until(() -> scene.ask(standby, question).equals("t"));
    }

    /** Waits until a standby streams again, if the other node runs as a standby. */
    public void awaitAnyStream(NodeName primary) {
        if (scene.lab().node(primary.other()).status().status() == NodeStatus.RUNNING_STANDBY) {
            awaitStream(primary.other());
        }
    }

    /** Waits until a standby streams; the nodes may have changed their roles meanwhile. */
    public void awaitStream(NodeName standby) {
        if (!healthy()) {
            new Streaming(scene.lab()).await(standby.other(), standby);
        }
    }

    /** Whether the pair is healthy. */
    public boolean healthy() {
        return scene.lab().check().look().verdict().situation().healthy();
    }
}
