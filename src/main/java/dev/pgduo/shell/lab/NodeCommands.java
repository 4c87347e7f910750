package dev.pgduo.shell.lab;

import dev.pgduo.cluster.init.InitOptions;
import dev.pgduo.cluster.node.Node;
import dev.pgduo.cluster.quantity.CrashKind;
import dev.pgduo.cluster.quantity.Deadline;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.NodeStatus;
import dev.pgduo.cluster.quantity.PgCtlResult;
import dev.pgduo.cluster.quantity.StopMode;
import dev.pgduo.lab.FailingStart;
import dev.pgduo.lab.Lab;
import dev.pgduo.lab.fault.Fault;
import dev.pgduo.lab.fault.FaultGroup;
import dev.pgduo.lab.load.daemon.LoadFigures;
import dev.pgduo.lab.pair.PairCheck.Finding;
import dev.pgduo.lab.pair.PairPicture;
import dev.pgduo.lab.session.LabSessions;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import dev.pgduo.scan.ShellWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.shell.core.command.annotation.Argument;
import org.springframework.shell.core.command.annotation.Command;
import org.springframework.shell.core.command.annotation.Option;

/** The commands that change one node. */
public final class NodeCommands {
    @Command(name = "init", group = "node", description = "create a node's database cluster")
    void init(
            @Argument(index = 0, description = "a or b") String node,
            @Option(longName = "wal-segsize", description = "size of WAL segments in megabytes") @Nullable
                    Integer segment,
            @Option(longName = "data-checksums", shortName = 'k', description = "use checksums on data pages")
                    boolean checksums,
            @Option(longName = "locale", description = "locale of the databases and the messages") @Nullable
                    String locale,
            @Option(longName = "initdb", description = "further options of initdb, quoted: --initdb=\"-E LATIN1\"")
                    @Nullable
                    String further,
            LabContext context) {
        InitOptions usual = context.lab().initOptions().admittingReplication();
        List<String> words = new ArrayList<>(usual.words());
        Optional.ofNullable(segment).ifPresent(size -> words.add("--wal-segsize=" + size));
        Optional.ofNullable(locale).ifPresent(name -> words.add("--locale=" + name));
        if (checksums) {
            words.add("--data-checksums");
        }
        if (further != null) {
            words.addAll(ShellWords.split(further)
                    .orElseThrow(() -> LabException.of(
                            "invalid value for --initdb: \"" + further + "\"", "A quote in it is not closed.")));
        }
        run(node, context, n -> n.init(usual.with(words)));
    }

    @Command(name = "start", group = "node", description = "start a node's server and wait until it takes connections")
    void start(
            @Argument(index = 0, description = "a, b, primary or standby") String node,
            @Option(longName = "force", description = "start it even if the histories of the nodes fork") boolean force,
            @Option(longName = "expect-fail", description = "expect the server to fail, at once or later, and show why")
                    boolean expectFail,
            LabContext context) {
        Lab lab = context.lab();
        NodeName name = lab.resolve(node);
        if (lab.node(name).status().status() == NodeStatus.EMPTY) {
            context.steps().standby().start(name);
            return;
        }
        notByAccident(context, name, force);
        lab.recheckPorts();
        if (expectFail) {
            fail(name, context);
        } else {
            run(node, context, Node::start);
        }
    }

    private static void fail(NodeName name, LabContext context) {
        CommandEcho echo = context.steps().echo();
        Node node = context.lab().node(name).telling(line -> echo.command(name, line));
        new FailingStart(node, Deadline.DEFAULT).run().forEach(echo::indented);
        context.desk().wrote();
    }

    /** Refuses a start that would make a second primary of one cluster, or a standby with diverged WAL, unless it is forced. */
    private static void notByAccident(LabContext context, NodeName name, boolean force) {
        if (force || context.lab().isThrowAway()) {
            return;
        }
        Finding finding = context.lab().check().look();
        PairPicture picture = finding.picture();
        boolean second = picture.wouldBeSecondPrimary(name) || picture.wouldRestartAsSecondPrimary(name);
        String reason = second
                ? "it would be a second primary"
                : picture.wouldMixHistories(name)
                        ? "it would overwrite WAL of its own with that of node " + name.other()
                        : "";
        if (!reason.isEmpty()) {
            throw new LabException(ErrorReport.error("cannot start node " + name + ": " + reason)
                    .detail(finding.verdict().words() + ".")
                    .hint(finding.verdict().advice() + " \"start " + name + " --force\" starts it all the same."));
        }
    }

    @Command(name = "stop", group = "node", description = "stop a node's server")
    void stop(
            @Argument(index = 0, description = "a, b, primary or standby") String node,
            @Option(
                            longName = "mode",
                            shortName = 'm',
                            defaultValue = "fast",
                            description =
                                    "smart waits for clients, fast disconnects them, immediate skips the checkpoint")
                    StopMode mode,
            LabContext context) {
        NodeName name = context.lab().resolve(node);
        if (mode == StopMode.SMART) {
            holders(context.desk(), name).forEach(context.audience().remarks());
            context.lab()
                    .load()
                    .live()
                    .flatMap(LoadFigures::node)
                    .filter(name::equals)
                    .ifPresent(loaded -> context.audience()
                            .remarks()
                            .accept("the server waits for the load: Ctrl-C here, then \"load stop\" ends it"));
        }
        run(node, context, n -> n.stop(mode));
    }

    /** The lab's own sessions on a node, for which a smart shutdown waits. */
    private static List<String> holders(LabSessions sessions, NodeName node) {
        return sessions.sessions().stream()
                .filter(number -> sessions.nodeOf(number) == node)
                .filter(number -> sessions.session(number).session().connected())
                .map(number -> "the server waits for session " + number + ": Ctrl-C here, then \\q there (Alt-" + number
                        + ") ends it")
                .toList();
    }

    @Command(name = "restart", group = "node", description = "stop a node's server and start it again")
    void restart(@Argument(index = 0, description = "a, b, primary or standby") String node, LabContext context) {
        notByAccident(context, context.lab().resolve(node), false);
        context.lab().recheckPorts();
        run(node, context, Node::restart);
    }

    @Command(name = "reload", group = "node", description = "make a node's server reload its configuration files")
    void reload(@Argument(index = 0, description = "a, b, primary or standby") String node, LabContext context) {
        run(node, context, Node::reload);
    }

    @Command(name = "promote", group = "node", description = "promote a standby and wait until it accepts writes")
    void promote(@Argument(index = 0, description = "a, b or standby") String node, LabContext context) {
        run(node, context, Node::promote);
    }

    @Command(name = "crash", group = "faults", description = "crash a node's server, or kill one of its processes")
    void crash(
            @Argument(index = 0, description = "a, b, primary or standby") String node,
            @Argument(
                            index = 1,
                            defaultValue = "immediate",
                            description =
                                    "immediate: SIGQUIT, as pg_ctl stop -m immediate; kill: SIGKILL of the postmaster;"
                                            + " power, backend, checkpointer, walwriter, walsender, walreceiver,"
                                            + " startup: see \"fault list death\"")
                    String kind,
            LabContext context) {
        Optional<CrashKind> whole = Stream.of(CrashKind.IMMEDIATE, CrashKind.KILL)
                .filter(known -> known.toString().equals(kind.toLowerCase(Locale.ROOT)))
                .findFirst();
        if (whole.isPresent()) {
            run(node, context, n -> n.crash(whole.get()));
        } else {
            Fault fault = FaultReport.of(FaultGroup.DEATH, "", kind);
            new FaultReport(context).inject(fault, Optional.of(context.lab().resolve(node)), Map.of());
        }
    }

    private static void run(String word, LabContext context, Function<Node, PgCtlResult> verb) {
        NodeName name = context.lab().resolve(word);
        context.steps().echo().run(context.lab().node(name), verb);
        context.desk().wrote();
    }
}
