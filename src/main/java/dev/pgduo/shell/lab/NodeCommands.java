package dev.pgduo.shell.lab;

import dev.pgduo.cluster.node.Node;
import dev.pgduo.cluster.quantity.CrashKind;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.NodeStatus;
import dev.pgduo.cluster.quantity.PgCtlResult;
import dev.pgduo.cluster.quantity.StopMode;
import dev.pgduo.lab.Lab;
import dev.pgduo.lab.pair.PairCheck.Finding;
import dev.pgduo.lab.pair.PairPicture;
import dev.pgduo.lab.session.LabSessions;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.util.List;
import java.util.function.Function;
import org.springframework.shell.core.command.annotation.Argument;
import org.springframework.shell.core.command.annotation.Command;
import org.springframework.shell.core.command.annotation.Option;

/** The commands that change one node. */
public final class NodeCommands {
    @Command(name = "init", group = "node", description = "create a node's database cluster")
    void init(@Argument(index = 0, description = "a or b") String node, LabContext context) {
        run(node, context, n -> n.init(context.lab().initOptions().admittingReplication()));
    }

    @Command(name = "start", group = "node", description = "start a node's server and wait until it takes connections")
    void start(
            @Argument(index = 0, description = "a, b, primary or standby") String node,
            @Option(longName = "force", description = "also when two histories come of it") boolean force,
            LabContext context) {
        Lab lab = context.lab();
        NodeName name = lab.resolve(node);
        if (lab.node(name).status().status() == NodeStatus.EMPTY) {
            context.steps().standby().start(name);
            return;
        }
        notByAccident(context, name, force);
        lab.recheckPorts();
        run(node, context, Node::start);
    }

    /** Two primaries of one cluster, and a standby with a history of its own, are a lesson, but never an accident. */
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
                        ? "it would write the log of node " + name.other() + " over one of its own"
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
                            description = "smart waits for clients, fast ends them, immediate skips the checkpoint")
                    StopMode mode,
            LabContext context) {
        NodeName name = context.lab().resolve(node);
        if (mode == StopMode.SMART) {
            holders(context.desk(), name).forEach(context.audience().remarks());
        }
        run(node, context, n -> n.stop(mode));
    }

    /** The lab's own sessions, which a smart shutdown waits for. */
    private static List<String> holders(LabSessions sessions, NodeName node) {
        return sessions.sessions().stream()
                .filter(number -> sessions.nodeOf(number) == node)
                .filter(number -> sessions.session(number).session().connected())
                .map(number -> "the server waits for session " + number + ": Ctrl-C here, then \\q there (Alt-" + number
                        + ") lets it go")
                .toList();
    }

    @Command(name = "restart", group = "node", description = "stop a node's server and start it again")
    void restart(@Argument(index = 0, description = "a, b, primary or standby") String node, LabContext context) {
        notByAccident(context, context.lab().resolve(node), false);
        context.lab().recheckPorts();
        run(node, context, Node::restart);
    }

    @Command(name = "reload", group = "node", description = "make a node's server read its configuration files again")
    void reload(@Argument(index = 0, description = "a, b, primary or standby") String node, LabContext context) {
        run(node, context, Node::reload);
    }

    @Command(
            name = "promote",
            group = "node",
            description = "make a standby a primary and wait until it can be written to")
    void promote(@Argument(index = 0, description = "a, b or standby") String node, LabContext context) {
        run(node, context, Node::promote);
    }

    @Command(name = "crash", group = "faults", description = "let a node's server die without a shutdown")
    void crash(
            @Argument(index = 0, description = "a, b, primary or standby") String node,
            @Argument(
                            index = 1,
                            defaultValue = "immediate",
                            description =
                                    "immediate: SIGQUIT, as pg_ctl stop -m immediate; kill: SIGKILL of the postmaster")
                    CrashKind kind,
            LabContext context) {
        run(node, context, n -> n.crash(kind));
    }

    private static void run(String word, LabContext context, Function<Node, PgCtlResult> verb) {
        NodeName name = context.lab().resolve(word);
        context.steps().echo().run(context.lab().node(name), verb);
        context.desk().wrote();
    }
}
