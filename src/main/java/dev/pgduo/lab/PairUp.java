package dev.pgduo.lab;

import dev.pgduo.cluster.backup.BackupOptions;
import dev.pgduo.cluster.node.RewindClient;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.NodeStatus;
import dev.pgduo.cluster.quantity.ServerUnavailable;
import dev.pgduo.cluster.quantity.SlotName;
import dev.pgduo.cluster.quantity.StopMode;
import dev.pgduo.cluster.quantity.Wait;
import dev.pgduo.lab.pair.NodePicture;
import dev.pgduo.lab.pair.Obstacle;
import dev.pgduo.lab.pair.Obstacles;
import dev.pgduo.lab.pair.PairCheck.Finding;
import dev.pgduo.lab.pair.PairVerdict;
import dev.pgduo.lab.pair.Situation;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import dev.pgduo.version.Capabilities;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Brings up a primary and its streaming standby from two nodes in any state. The verdict decides which node is the primary. A standby that
 * can follow is started, never copied anew, and before data would be lost, the person is asked.
 */
public final class PairUp {
    /** Situations that only a person can decide about. */
    private static final Set<Situation> REFUSED = EnumSet.of(
            Situation.FROZEN,
            Situation.SILENT,
            Situation.CHANGING,
            Situation.BOTH_DAMAGED,
            Situation.NETWORK_DOWN,
            Situation.LINK_DEAD);

    /** Situations in which the data of the node that becomes the standby are replaced. */
    private static final Set<Situation> REPLACED = EnumSet.of(
            Situation.EMPTY,
            Situation.BLANK,
            Situation.ALONE,
            Situation.ORPHAN,
            Situation.FORKED,
            Situation.TWO_PRIMARIES,
            Situation.UNRELATED,
            Situation.DAMAGED,
            Situation.SLOT_LOST,
            Situation.WAL_REMOVED);

    /** Situations in which the other node's settings are changed to those of a standby first. */
    private static final Set<Situation> REDIRECTED = EnumSet.of(
            Situation.FORMER_PRIMARY,
            Situation.RECOVERING,
            Situation.NO_PRIMARY,
            Situation.CANNOT_FOLLOW,
            Situation.STANDBY_AHEAD);

    private static final Duration SETTLING = Duration.ofSeconds(5);

    /** How long a standby's replay is watched; it may be delayed on purpose. */
    private static final Duration REPLAYING = Duration.ofMillis(500);

    /** The largest number of settings that are raised: a server reports one at a time. */
    private static final int SETTINGS = 5;

    /** Changes settings of a node. */
    public interface Settings {
        /** Sets a value: on a running server, or in the files of a node that does not run. */
        void set(NodeName node, String name, String value);
    }

    private final Lab lab;
    private final StandbySteps steps;
    private final Consent consent;
    private final Settings settings;

    /**
     * Brings up the pair of this lab.
     *
     * @param consent asked before data are removed that exist nowhere else
     * @param settings sets what the pair requires
     */
    public PairUp(Lab lab, StandbySteps steps, Consent consent, Settings settings) {
        this.lab = lab;
        this.steps = steps;
        this.consent = consent;
        this.settings = settings;
    }

    /**
     * Brings up the pair; returns what was waited for at the end, and how long.
     *
     * @throws LabException when data would be lost and the person does not agree, or when only a person can decide what to do
     */
    public Waited up() {
        Finding finding = lab.check().settled(SETTLING);
        PairVerdict verdict = finding.verdict();
        NodeName primary = verdict.primary();
        if (REFUSED.contains(verdict.situation())) {
            throw refused(verdict);
        }
        Remedy remedy = remedy(finding);
        if (!verdict.situation().healthy()) {
            if (remedy == Remedy.REPLACE || remedy == Remedy.REWIND) {
                finding.loss(primary.other()).ifPresent(loss -> consent.overwrite(primary.other(), loss));
            }
            if (remedy != Remedy.NOTHING) {
                boolean damaged = verdict.situation() == Situation.DAMAGED;
                steps.stop(primary.other(), damaged ? StopMode.IMMEDIATE : StopMode.FAST);
            }
            raise(primary);
            lift(finding);
            apply(remedy, finding, primary);
            start(primary.other());
            settle(primary, SETTINGS);
        }
        Waited waited = new Streaming(lab).await(primary, primary.other());
        boolean old = remedy == Remedy.NOTHING || remedy == Remedy.FOLLOW;
        if (old && !verdict.situation().healthy() && stumbles(primary.other())) {
            settle(primary, SETTINGS);
            return new Streaming(lab).await(primary, primary.other());
        }
        return waited;
    }

    /**
     * Whether a standby that has just begun to stream pauses replay at WAL from before, because a setting is lower than the
     * primary's.
     */
    private boolean stumbles(NodeName standby) {
        Capabilities capabilities = lab.capabilities();
        String written =
                lab.query(standby.other()).ask("select " + capabilities.walFunction("pg_current_wal_lsn") + "()");
        String replayed = "select " + capabilities.walFunction("pg_last_wal_replay_lsn") + "() >= '" + written + "'";
        Wait.to("have node " + standby + " replay", REPLAYING)
                .comesTrue(() -> paused(standby) || says(standby, replayed));
        return paused(standby);
    }

    private boolean paused(NodeName standby) {
        return says(standby, "select " + lab.capabilities().walFunction("pg_is_wal_replay_paused") + "()");
    }

    private boolean says(NodeName node, String question) {
        try {
            return "t".equals(lab.query(node).scalar(question));
        } catch (ServerUnavailable e) {
            return false;
        }
    }

    /** How the other node is made a standby. */
    private enum Remedy {
        NOTHING,
        /** Its settings are changed to those of a standby. */
        FOLLOW,
        REWIND,
        REPLACE
    }

    private static Remedy remedy(Finding finding) {
        Situation situation = finding.verdict().situation();
        NodePicture other = finding.picture().of(finding.verdict().primary().other());
        if (situation == Situation.FORKED
                && finding.verdict().commands().stream().anyMatch(line -> line.startsWith("rewind"))) {
            return Remedy.REWIND;
        }
        if (REPLACED.contains(situation) || (situation == Situation.STANDBY_AHEAD && other.up())) {
            return Remedy.REPLACE;
        }
        boolean redirected = REDIRECTED.contains(situation) || (other.unstarted() && !other.standby());
        return redirected ? Remedy.FOLLOW : Remedy.NOTHING;
    }

    /** Makes a node run as primary. */
    private void raise(NodeName primary) {
        if (lab.node(primary).status().status() == NodeStatus.EMPTY) {
            steps.renew(primary);
        }
        start(primary);
        if (lab.node(primary).status().status() == NodeStatus.RUNNING_STANDBY) {
            steps.promote(primary);
        }
    }

    /** Starts a node; a setting that is too low, which the server's log names, is raised and the start repeated. */
    private void start(NodeName name) {
        for (int more = SETTINGS; ; more--) {
            try {
                steps.start(name);
                return;
            } catch (LabException e) {
                Optional<Obstacle> lacking = Obstacles.ofLastStart(lab.node(name));
                if (more == 0
                        || lacking.isEmpty()
                        || lab.node(name).status().pid().isPresent()) {
                    throw e;
                }
                settings.set(name, lacking.get().setting(), lacking.get().value());
            }
        }
    }

    /**
     * Raises a setting that is too low: on the standby, which is stopped first, or on the primary, where it limits the WAL kept
     * for a copy.
     */
    private void lift(Finding finding) {
        Situation situation = finding.verdict().situation();
        Optional<Obstacle> found = finding.obstacle()
                .filter(obstacle -> obstacle.situation() == situation)
                .filter(obstacle -> !obstacle.setting().isEmpty());
        if (found.isEmpty()) {
            return;
        }
        Obstacle obstacle = found.get();
        NodeName primary = finding.verdict().primary();
        if (obstacle.situation() == Situation.SETTING_TOO_LOW) {
            steps.stop(primary.other(), StopMode.FAST);
            settings.set(primary.other(), obstacle.setting(), obstacle.value());
        } else {
            settings.set(primary, obstacle.setting(), obstacle.value());
            steps.reload(primary);
        }
    }

    private void apply(Remedy remedy, Finding finding, NodeName primary) {
        NodeName standby = primary.other();
        Optional<SlotName> named = finding.picture()
                .of(standby)
                .files()
                .slot()
                .filter(SlotName::valid)
                .map(SlotName::new);
        switch (remedy) {
            case NOTHING ->
                named.filter(slot -> lab.node(standby).status().pid().isEmpty())
                        .ifPresent(slot -> steps.slot(primary, slot));
            case FOLLOW -> steps.follow(standby, primary, Optional.of(named.orElse(StandbySteps.SLOT)));
            case REWIND -> rewind(standby, primary);
            default -> copy(primary, standby, worth(finding, standby));
        }
    }

    private static boolean worth(Finding finding, NodeName standby) {
        return !finding.picture().of(standby).blank();
    }

    private void rewind(NodeName standby, NodeName primary) {
        try {
            steps.rewind(standby, primary, RewindClient.USUAL);
        } catch (LabException e) {
            steps.listener().remark("pg_rewind could not do it (" + e.report().message() + "): a copy is made");
            copy(primary, standby, true);
        }
    }

    private void copy(NodeName primary, NodeName standby, boolean worth) {
        renewSlot(primary);
        // A new pair can be made again: the copy is not written through to the disk.
        BackupOptions options = BackupOptions.standby().with(StandbySteps.SLOT).with(BackupOptions.Flag.NO_SYNC);
        steps.copy(primary, standby, options, lab.backupClient(lab.node(standby)), worth);
        steps.follow(standby, primary, Optional.of(StandbySteps.SLOT));
    }

    /** Makes the slot, and replaces one that has lost its WAL, which is useless. */
    private void renewSlot(NodeName primary) {
        Slots slots = new Slots(lab);
        if (slots.exists(primary, StandbySteps.SLOT) && !slots.usable(primary, StandbySteps.SLOT)) {
            steps.drop(primary, StandbySteps.SLOT);
        }
        steps.slot(primary, StandbySteps.SLOT);
    }

    /**
     * Mends what shows only once both nodes run: a missing slot, lost WAL, settings that are too low or name another primary.
     */
    private void settle(NodeName primary, int more) {
        Finding finding = lab.check().settled(SETTLING);
        NodeName standby = primary.other();
        Situation situation = finding.verdict().situation();
        if (situation == Situation.SLOT_MISSING) {
            String slot = finding.obstacle().map(Obstacle::slot).orElse(StandbySteps.SLOT.value());
            steps.slot(primary, new SlotName(slot));
        } else if (situation == Situation.SETTING_TOO_LOW && more > 0) {
            lift(finding);
            start(standby);
            settle(primary, more - 1);
        } else if (situation == Situation.SLOT_LOST || situation == Situation.WAL_REMOVED) {
            finding.loss(standby).ifPresent(loss -> consent.overwrite(standby, loss));
            steps.stop(standby, StopMode.FAST);
            lift(finding);
            copy(primary, standby, true);
            start(standby);
        } else if (REDIRECTED.contains(situation)) {
            steps.stop(standby, StopMode.FAST);
            apply(Remedy.FOLLOW, finding, primary);
            start(standby);
        } else if (!situation.healthy() && situation != Situation.CHANGING) {
            throw refused(finding.verdict());
        }
    }

    private static LabException refused(PairVerdict verdict) {
        return new LabException(ErrorReport.error("could not bring up the pair: " + verdict.words())
                .hint(verdict.commands().isEmpty() ? null : verdict.advice()));
    }
}
