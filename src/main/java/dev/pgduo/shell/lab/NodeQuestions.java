package dev.pgduo.shell.lab;

import dev.pgduo.cluster.node.Node;
import dev.pgduo.cluster.quantity.Deadline;
import dev.pgduo.cluster.quantity.NextStep;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.Wait;
import dev.pgduo.cluster.server.ServerProcess;
import dev.pgduo.lab.LogFollower;
import dev.pgduo.lab.ServerProcesses;
import dev.pgduo.lab.os.GuardedRegex;
import dev.pgduo.report.LabException;
import dev.pgduo.report.TerminalText;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.shell.core.command.annotation.Argument;
import org.springframework.shell.core.command.annotation.Command;
import org.springframework.shell.core.command.annotation.Option;

/** The commands that only inspect one node. */
public final class NodeQuestions {
    private static final int PID = 7;
    private static final int FEWEST = 20;

    /** The width of the lines and blanks around three columns, and of the last column, which stays free. */
    private static final int RULES = 9;

    private final IntSupplier columns;

    /** @param columns the terminal's width, 0 when there is none */
    public NodeQuestions(IntSupplier columns) {
        this.columns = columns;
    }

    @Command(name = "log", group = "node", description = "show the end of a node's server log")
    void log(
            @Argument(index = 0, description = "a, b, primary or standby") String node,
            @Option(longName = "lines", shortName = 'n', defaultValue = "10", description = "how many lines") int lines,
            @Option(longName = "follow", shortName = 'f', description = "show new lines until Ctrl-C") boolean follow,
            @Option(longName = "grep", description = "only lines with this regular expression") @Nullable String grep,
            @Option(longName = "eventually", description = "wait until the log has such a line") boolean eventually,
            LabContext context) {
        if (lines < 0) {
            throw LabException.of(
                    "there are no " + lines + " lines", "Give a number of lines with --lines, 0 or more.");
        }
        Node target = node(context, node);
        if (!Files.exists(target.layout().logFile())) {
            context.out().println("node " + target.name() + " has no log yet: its server was never started");
        }
        Predicate<String> wanted = filter(grep);
        if (eventually) {
            await(target, grep, wanted);
        }
        List<String> all = target.logTail(grep == null ? lines : Integer.MAX_VALUE).stream()
                .filter(wanted)
                .toList();
        List<String> end = all.subList(Math.max(0, all.size() - lines), all.size());
        if (!follow) {
            context.show(end.stream().map(line -> shown(line, context)).toList());
            return;
        }
        end.forEach(line -> show(line, context));
        new LogFollower(target.layout().logFile()).follow(line -> {
            if (wanted.test(line)) {
                show(line, context);
            }
        });
    }

    @Command(name = "ps", group = "node", description = "list the processes of a node's server by role")
    void ps(
            @Argument(index = 0, description = "a, b, primary or standby") String node,
            @Option(longName = "titles", description = "also show the process titles") boolean titles,
            LabContext context) {
        NodeName name = context.lab().resolve(node);
        List<ServerProcess> processes = new ServerProcesses(context.lab(), name).list();
        if (processes.isEmpty()) {
            context.out().println("node " + name + " is not running");
            Optional.ofNullable(NextStep.toRun(name, context.lab().node(name).status()))
                    .ifPresent(hint -> context.out().println("HINT:  " + hint));
            return;
        }
        LabTable shown = new LabTable(context.desk().naming(), context);
        if (!titles) {
            shown.table(
                    List.of("pid", "role"),
                    processes.stream()
                            .map(process ->
                                    Arrays.<@Nullable String>asList(Long.toString(process.pid()), process.role()))
                            .toList());
            return;
        }
        int width = processes.stream().mapToInt(p -> p.role().length()).max().orElse(0);
        int terminal = columns.getAsInt();
        int room = terminal == 0 ? Integer.MAX_VALUE : Math.max(FEWEST, terminal - PID - width - RULES);
        shown.table(
                List.of("pid", "role", "title"),
                processes.stream()
                        .map(process -> Arrays.<@Nullable String>asList(
                                Long.toString(process.pid()),
                                process.role(),
                                cut(context.desk().naming().toShown(process.title()), room)))
                        .toList());
    }

    private static String cut(String title, int room) {
        return title.length() > room ? title.substring(0, room - 1) + "…" : title;
    }

    @Command(name = "controldata", group = "node", description = "show a node's control file as pg_controldata does")
    void controldata(@Argument(index = 0, description = "a, b, primary or standby") String node, LabContext context) {
        NodeName name = context.lab().resolve(node);
        context.steps().echo().command(name, "pg_controldata");
        node(context, node).controlReport().forEach(context.out()::println);
    }

    private static void show(String line, LabContext context) {
        context.out().println(shown(line, context));
        context.out().flush();
    }

    private static String shown(String line, LabContext context) {
        return TerminalText.shown(context.desk().naming().toShown(line));
    }

    private static void await(Node node, @Nullable String grep, Predicate<String> wanted) {
        if (grep == null) {
            throw LabException.of("--eventually needs --grep", "Name the line to wait for: --grep REGEX --eventually.");
        }
        Supplier<String> last = () -> node.logTail(1).stream().findFirst().orElse("an empty log");
        new Wait("find \"" + grep + "\" in the log of node " + node.name(), Deadline.DEFAULT, last)
                .until(() -> node.logTail(Integer.MAX_VALUE).stream().anyMatch(wanted));
    }

    private static Predicate<String> filter(@Nullable String grep) {
        if (grep == null) {
            return line -> true;
        }
        GuardedRegex wanted = new GuardedRegex(grep, 0);
        return wanted::finds;
    }

    private static Node node(LabContext context, String word) {
        return context.lab().node(context.lab().resolve(word));
    }
}
