package dev.pgduo.shell.lab;

import dev.pgduo.cluster.CrashKind;
import dev.pgduo.cluster.Node;
import dev.pgduo.cluster.NodeName;
import dev.pgduo.cluster.NodeStatus;
import dev.pgduo.cluster.Performed;
import dev.pgduo.cluster.StopMode;
import dev.pgduo.lab.Lab;
import java.io.PrintWriter;
import java.util.function.Function;
import org.springframework.shell.core.command.annotation.Argument;
import org.springframework.shell.core.command.annotation.Command;
import org.springframework.shell.core.command.annotation.Option;

/** The commands that change one node. */
public final class NodeVerbs {
    private final LabSteps steps;
    private final CurrentLab current;

    public NodeVerbs(LabSteps steps) {
        this.steps = steps;
        this.current = steps.current();
    }

    @Command(name = "init", group = "node", description = "create a node's database cluster")
    void init(@Argument(index = 0, description = "a or b") String node, PrintWriter out) {
        run(node, out, n -> n.init(current.lab().initOptions().admittingReplication()));
    }

    @Command(name = "start", group = "node", description = "start a node's server and wait until it takes connections")
    void start(@Argument(index = 0, description = "a, b, primary or standby") String node, PrintWriter out) {
        Lab lab = current.lab();
        NodeName name = lab.resolve(node);
        if (lab.node(name).status().status() == NodeStatus.EMPTY) {
            steps.pair(out).start(name);
        } else {
            lab.recheckPorts();
            run(node, out, Node::start);
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
            PrintWriter out) {
        run(node, out, n -> n.stop(mode));
    }

    @Command(name = "restart", group = "node", description = "stop a node's server and start it again")
    void restart(@Argument(index = 0, description = "a, b, primary or standby") String node, PrintWriter out) {
        run(node, out, Node::restart);
    }

    @Command(name = "reload", group = "node", description = "make a node's server read its configuration files again")
    void reload(@Argument(index = 0, description = "a, b, primary or standby") String node, PrintWriter out) {
        run(node, out, Node::reload);
    }

    @Command(
            name = "promote",
            group = "node",
            description = "make a standby a primary and wait until it can be written to")
    void promote(@Argument(index = 0, description = "a, b or standby") String node, PrintWriter out) {
        run(node, out, Node::promote);
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
            PrintWriter out) {
        run(node, out, n -> n.crash(kind));
    }

    private void run(String word, PrintWriter out, Function<Node, Performed> verb) {
        NodeName name = current.lab().resolve(word);
        Echo echo = steps.echo(out);
        echo.show(name, verb.apply(current.lab().node(name)));
        current.desk().wrote();
    }
}
