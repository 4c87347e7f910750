package dev.pgduo.shell.lab;

import dev.pgduo.cluster.backup.BackupOptions;
import dev.pgduo.cluster.node.RewindClient;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.SlotName;
import dev.pgduo.lab.Consent;
import dev.pgduo.lab.Lab;
import dev.pgduo.lab.NodeNeed;
import dev.pgduo.lab.Replay;
import dev.pgduo.lab.Slots;
import dev.pgduo.lab.StandbySteps;
import dev.pgduo.lab.Streaming;
import dev.pgduo.lab.pair.PairCheck.Finding;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.shell.core.command.annotation.Argument;
import org.springframework.shell.core.command.annotation.Command;
import org.springframework.shell.core.command.annotation.Option;

/** The commands that make a standby, and control it. */
public final class StandbyCommands {
    @Command(
            name = "basebackup",
            group = "standby",
            description = "fill a stopped node with a base backup of the other one")
    void basebackup(
            @Option(longName = "from", required = true, description = "the node to copy") String from,
            @Option(longName = "to", required = true, description = "the node that becomes the copy") String to,
            @Option(longName = "slot", description = "stream the WAL through this slot; it is created if missing")
                    @Nullable
                    String slot,
            @Option(longName = "checkpoint", defaultValue = "fast", description = "fast, or spread over time")
                    BackupOptions.Checkpoint checkpoint,
            @Option(longName = "wal", defaultValue = "stream", description = "how the backup gets its WAL")
                    BackupOptions.Wal wal,
            @Option(longName = "no-sync", description = "do not flush the copy to disk") boolean noSync,
            @Option(longName = "no-standby", description = "a plain copy: no signal file and no primary_conninfo")
                    boolean noStandby,
            @Option(
                            longName = "client",
                            defaultValue = "pgduo",
                            description = "what takes the backup: pgduo, or the program pg_basebackup")
                    BackupClient client,
            @Option(longName = "yes", description = "do not ask before data are removed") boolean yes,
            LabContext context) {
        Lab lab = context.lab();
        NodeName source = lab.resolve(from);
        NodeName target = lab.resolve(to);
        different(source, target);
        String command = "basebackup --from " + source + " --to " + target + (slot == null ? "" : " --slot " + slot);
        StandbySteps standby = context.steps().standby();
        BackupOptions options = noStandby ? BackupOptions.plain() : BackupOptions.standby();
        options = options.with(checkpoint).with(wal);
        stopped(context, target, "take a base backup into node " + target);
        if (slot != null) {
            options = options.with(new SlotName(slot));
        }
        Finding finding = lab.check().look();
        context.confirmation().overwriting(context.confirmation().of(command, yes), finding, target);
        BackupOptions wanted = noSync ? options.with(BackupOptions.Flag.NO_SYNC) : options;
        boolean worth = !finding.picture().of(target).blank();
        withSlot(
                context,
                source,
                options.slot(),
                () -> standby.copy(source, target, wanted, client.of(lab, target), worth));
        context.desk().wrote();
    }

    /**
     * Makes a missing slot before an action; when the action fails the slot is dropped, because it would keep WAL without need.
     */
    private static void withSlot(LabContext context, NodeName source, Optional<SlotName> slot, Runnable act) {
        StandbySteps standby = context.steps().standby();
        Optional<SlotName> missing = slot.filter(name -> !new Slots(context.lab()).exists(source, name));
        missing.ifPresent(name -> standby.slot(source, name));
        try {
            act.run();
        } catch (LabException e) {
            missing.ifPresent(name -> dropped(standby, source, name, e));
            throw e;
        }
    }

    private static void dropped(StandbySteps standby, NodeName source, SlotName slot, LabException failure) {
        try {
            standby.drop(source, slot);
        } catch (LabException e) {
            failure.addSuppressed(e);
        }
    }

    @Command(
            name = "standby",
            group = "standby",
            description = "make a stopped node a standby of the other one",
            help = "A slot that the node's settings name already is created if missing.")
    void standby(
            @Argument(index = 0, description = "a or b") String node,
            @Option(longName = "of", required = true, description = "the primary") String of,
            @Option(longName = "slot", description = "the primary's slot to use; it is created if missing") @Nullable
                    String slot,
            @Option(longName = "yes", description = "do not ask, even if the node has newer data than the primary")
                    boolean yes,
            LabContext context) {
        Lab lab = context.lab();
        NodeName standby = lab.resolve(node);
        NodeName primary = lab.resolve(of);
        different(standby, primary);
        stopped(context, standby, "make node " + standby + " a standby");
        String command = "standby " + standby + " --of " + primary + (slot == null ? "" : " --slot " + slot);
        Finding finding = lab.check().look();
        Consent consent = context.confirmation().of(command, yes);
        // A former primary whose WAL the other node continues can follow it without loss.
        if (!finding.picture().relation().contained(standby)) {
            context.confirmation().overwriting(consent, finding, standby);
        }
        context.steps()
                .standby()
                .follow(standby, primary, Optional.ofNullable(slot).map(SlotName::new));
    }

    @Command(
            name = "rewind",
            group = "standby",
            description = "rewind a stopped, diverged node to the point of divergence and make it a standby")
    void rewind(
            @Argument(index = 0, description = "a or b") String node,
            @Option(longName = "from", required = true, description = "the node to follow") String from,
            @Option(
                            longName = "client",
                            description = "what rewinds: pg_rewind, or pgduo itself (usual: pg_rewind where installed)")
                    @Nullable
                    RewindClient client,
            @Option(longName = "yes", description = "do not ask before data are removed") boolean yes,
            LabContext context) {
        Lab lab = context.lab();
        NodeName target = lab.resolve(node);
        NodeName source = lab.resolve(from);
        different(source, target);
        stopped(context, target, "rewind node " + target);
        new NodeNeed(lab).running(source, "rewind node " + target);
        Finding finding = lab.check().look();
        Consent consent = context.confirmation().of("rewind " + target + " --from " + source, yes);
        if (!finding.picture().relation().contained(target)) {
            context.confirmation().overwriting(consent, finding, target);
        }
        context.steps().standby().rewind(target, source, client == null ? RewindClient.USUAL : client);
        context.desk().wrote();
    }

    private static void stopped(LabContext context, NodeName node, String act) {
        if (context.lab().node(node).status().pid().isPresent()) {
            throw new LabException(ErrorReport.error("cannot " + act + ": it is running")
                    .hint("Stop it first: \"stop " + node + "\"."));
        }
    }

    @Command(
            name = "catchup",
            group = "standby",
            description = "wait until the standby has replayed all of the primary's WAL")
    void catchup(LabContext context) {
        Lab lab = context.lab();
        NodeName standby = lab.resolve("standby");
        context.out().println(new Streaming(lab).catchUp(standby).line());
    }

    @Command(
            name = {"wal", "pause"},
            group = "standby",
            description = "pause the replay of WAL on a standby")
    void pause(
            @Argument(index = 0, defaultValue = "standby", description = "a, b or standby") String node,
            LabContext context) {
        NodeName on = context.lab().resolve(node);
        context.steps().echo().sql(on, new Replay(context.lab()).pause(on));
    }

    @Command(
            name = {"wal", "resume"},
            group = "standby",
            description = "resume the replay of WAL on a standby")
    void resume(
            @Argument(index = 0, defaultValue = "standby", description = "a, b or standby") String node,
            LabContext context) {
        NodeName on = context.lab().resolve(node);
        context.steps().echo().sql(on, new Replay(context.lab()).resume(on));
    }

    private static void different(NodeName one, NodeName other) {
        if (one == other) {
            throw LabException.of("node " + one + " cannot follow itself", "Name the other node.");
        }
    }
}
