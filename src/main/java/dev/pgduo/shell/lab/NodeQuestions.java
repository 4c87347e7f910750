package dev.pgduo.shell.lab;

import dev.pgduo.cluster.Node;
import dev.pgduo.cluster.NodeName;
import dev.pgduo.cluster.ServerProcess;
import dev.pgduo.lab.LogFollower;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.springframework.shell.core.command.annotation.Argument;
import org.springframework.shell.core.command.annotation.Command;
import org.springframework.shell.core.command.annotation.Option;

/** The commands that only look at one node. */
public final class NodeQuestions {
    private final CurrentLab current;

    public NodeQuestions(CurrentLab current) {
        this.current = current;
    }

    @Command(name = "log", group = "node", description = "show the end of a node's server log")
    void log(
            @Argument(index = 0, description = "a, b, primary or standby") String node,
            @Option(longName = "lines", shortName = 'n', defaultValue = "10", description = "how many lines") int lines,
            @Option(longName = "follow", shortName = 'f', description = "go on until Ctrl-C") boolean follow,
            @Option(longName = "grep", description = "only lines with this regular expression") @Nullable String grep,
            PrintWriter out) {
        Node target = node(node);
        Predicate<String> wanted = filter(grep);
        List<String> all = target.logTail(grep == null ? lines : Integer.MAX_VALUE).stream()
                .filter(wanted)
                .toList();
        all.subList(Math.max(0, all.size() - lines), all.size()).forEach(line -> show(line, out));
        if (follow) {
            new LogFollower(target.layout().logFile()).follow(line -> {
                if (wanted.test(line)) {
                    show(line, out);
                }
            });
        }
    }

    @Command(name = "ps", group = "node", description = "list the processes of a node's server by role")
    void ps(@Argument(index = 0, description = "a, b, primary or standby") String node, PrintWriter out) {
        List<ServerProcess> processes = node(node).processes();
        if (processes.isEmpty()) {
            out.println("node " + current.lab().resolve(node) + " is not running");
        }
        processes.forEach(p -> out.printf("%7d  %-20s %s%n", p.pid(), p.role(), p.title()));
    }

    @Command(name = "controldata", group = "node", description = "show a node's control file as pg_controldata does")
    void controldata(@Argument(index = 0, description = "a, b, primary or standby") String node, PrintWriter out) {
        NodeName name = current.lab().resolve(node);
        new Echo(current.desk().naming(), out).command(name, "pg_controldata");
        node(node).controlData().forEach((key, value) -> out.printf("%-38s%s%n", key + ":", value));
    }

    private void show(String line, PrintWriter out) {
        out.println(current.desk().naming().toShown(line));
        out.flush();
    }

    private static Predicate<String> filter(@Nullable String grep) {
        if (grep == null) {
            return line -> true;
        }
        try {
            return Pattern.compile(grep).asPredicate();
        } catch (PatternSyntaxException e) {
            throw new LabException(
                    ErrorReport.error("invalid regular expression: \"" + grep + "\"")
                            .detail(e.getDescription() + "."),
                    e);
        }
    }

    private Node node(String word) {
        return current.lab().node(current.lab().resolve(word));
    }
}
