package dev.pgduo.shell.lab;

import dev.pgduo.cluster.BackupOptions;
import dev.pgduo.cluster.NodeName;
import dev.pgduo.cluster.ServerUnavailable;
import dev.pgduo.cluster.SlotName;
import dev.pgduo.lab.Lab;
import dev.pgduo.lab.PairUp;
import dev.pgduo.lab.Streaming;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.io.PrintWriter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.shell.core.command.annotation.Argument;
import org.springframework.shell.core.command.annotation.Command;
import org.springframework.shell.core.command.annotation.Option;

/** The commands that make and steer a standby. */
public final class StandbyVerbs {
    private final LabSteps steps;
    private final CurrentLab current;

    public StandbyVerbs(LabSteps steps) {
        this.steps = steps;
        this.current = steps.current();
    }

    @Command(
            name = "basebackup",
            group = "standby",
            description = "fill a stopped node with a base backup of the other one")
    void basebackup(
            @Option(longName = "from", required = true, description = "the node to copy") String from,
            @Option(longName = "to", required = true, description = "the node that becomes the copy") String to,
            @Option(longName = "slot", description = "stream the WAL through this slot, made when it is not there")
                    @Nullable
                    String slot,
            @Option(longName = "checkpoint", defaultValue = "fast", description = "fast, or spread over time")
                    BackupOptions.Checkpoint checkpoint,
            @Option(longName = "wal", defaultValue = "stream", description = "how the backup gets its WAL")
                    BackupOptions.Wal wal,
            @Option(longName = "no-sync", description = "do not write the copy through to the disk") boolean noSync,
            @Option(
                            longName = "client",
                            defaultValue = "pgduo",
                            description = "who takes it: pgduo, or the program pg_basebackup")
                    BackupClient client,
            PrintWriter out) {
        Lab lab = current.lab();
        NodeName source = lab.resolve(from);
        NodeName target = lab.resolve(to);
        different(source, target);
        PairUp pair = steps.pair(out);
        BackupOptions options = BackupOptions.plain().with(checkpoint).with(wal);
        if (slot != null) {
            pair.slot(source, new SlotName(slot));
            options = options.with(new SlotName(slot));
        }
        pair.copy(source, target, noSync ? options.with(BackupOptions.Flag.NO_SYNC) : options, client.of(lab, target));
        current.desk().wrote();
    }

    @Command(name = "standby", group = "standby", description = "make a stopped node a standby of the other one")
    void standby(
            @Argument(index = 0, description = "a or b") String node,
            @Option(longName = "of", required = true, description = "the primary") String of,
            @Option(longName = "slot", description = "the primary's slot to use, made when it is not there") @Nullable
                    String slot,
            PrintWriter out) {
        Lab lab = current.lab();
        NodeName standby = lab.resolve(node);
        NodeName primary = lab.resolve(of);
        different(standby, primary);
        if (lab.node(standby).status().pid().isPresent()) {
            throw new LabException(ErrorReport.error("cannot make node " + standby + " a standby: it is running")
                    .hint("Stop it first: \"stop " + standby + "\"."));
        }
        PairUp pair = steps.pair(out);
        Optional<SlotName> name = Optional.ofNullable(slot).map(SlotName::new);
        if (name.isPresent() && lab.node(primary).status().status().running()) {
            pair.slot(primary, name.get());
        }
        pair.follow(standby, primary, name);
    }

    @Command(name = "rewind", group = "standby", description = "bring a stopped, diverged node back with pg_rewind")
    void rewind(
            @Argument(index = 0, description = "a or b") String node,
            @Option(longName = "from", required = true, description = "the node to follow") String from,
            PrintWriter out) {
        Lab lab = current.lab();
        NodeName target = lab.resolve(node);
        NodeName source = lab.resolve(from);
        different(source, target);
        steps.echo(out).show(target, lab.node(target).rewind(lab.node(source).endpoint()));
        current.desk().wrote();
    }

    @Command(
            name = "catchup",
            group = "standby",
            description = "wait until the standby has replayed all of the primary's WAL")
    void catchup(PrintWriter out) {
        Lab lab = current.lab();
        NodeName standby = lab.resolve("standby");
        out.println(new Streaming(lab).catchUp(standby).line());
    }

    @Command(
            name = {"wal", "pause"},
            group = "standby",
            description = "stop the replay of WAL on a standby")
    void pause(
            @Argument(index = 0, defaultValue = "standby", description = "a, b or standby") String node,
            PrintWriter out) {
        replay(node, "pg_wal_replay_pause", out);
    }

    @Command(
            name = {"wal", "resume"},
            group = "standby",
            description = "go on with the replay of WAL on a standby")
    void resume(
            @Argument(index = 0, defaultValue = "standby", description = "a, b or standby") String node,
            PrintWriter out) {
        replay(node, "pg_wal_replay_resume", out);
    }

    private void replay(String word, String function, PrintWriter out) {
        NodeName node = current.lab().resolve(word);
        String statement = "select " + current.lab().capabilities().walFunction(function) + "();";
        try {
            current.lab().query(node).scalar(statement);
            steps.echo(out).sql(node, statement);
        } catch (ServerUnavailable e) {
            throw new LabException(ErrorReport.error(String.valueOf(e.getMessage())), e);
        }
    }

    private static void different(NodeName one, NodeName other) {
        if (one == other) {
            throw LabException.of("node " + one + " cannot follow itself", "Name the other node.");
        }
    }
}
