package dev.pgduo.shell.pane;

import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.report.LabException;
import dev.pgduo.shell.lab.LabContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.shell.core.command.annotation.Argument;
import org.springframework.shell.core.command.annotation.Arguments;
import org.springframework.shell.core.command.annotation.Command;
import org.springframework.shell.core.command.annotation.Option;

/** The commands {@code psql} and {@code sh}. */
public final class PaneCommands {
    @Command(
            name = "psql",
            group = "shell",
            description = "open the SQL session of a node, or switch to it",
            help = "With -p, the node that listens on this port is taken, as with psql itself.")
    void psql(
            @Arguments List<String> node,
            @Option(
                            longName = "host",
                            shortName = 'h',
                            description = "accepted and ignored: both nodes are on this machine")
                    @Nullable
                    String host,
            @Option(longName = "port", shortName = 'p', description = "the node's port") @Nullable String port,
            @Option(longName = "username", shortName = 'U', description = "the role") @Nullable String user,
            @Option(longName = "dbname", shortName = 'd', description = "the database") @Nullable String database,
            @Option(longName = "new", shortName = 'n', description = "open one more session") boolean another,
            LabContext context) {
        List<String> words = new ArrayList<>(node);
        add(words, "-p", port);
        add(words, "-U", user);
        add(words, "-d", database);
        if (another) {
            words.add(PsqlLine.NEW);
        }
        context.audience()
                .front()
                .ifPresentOrElse(
                        front -> front.open(NodeName.A, words),
                        () -> new PsqlLine(context.desk()).open(NodeName.A, words));
    }

    @Command(name = "sh", group = "shell", description = "switch to the OS prompt of a node")
    void sh(@Argument(index = 0, description = "a, b, primary or standby") String node, LabContext context) {
        context.audience()
                .front()
                .orElseThrow(() -> LabException.of(
                        "cannot switch to another prompt in a lab", "Write the command behind the node's own prompt."))
                .toShell(node);
    }

    private static void add(List<String> words, String option, @Nullable String value) {
        if (value != null) {
            words.add(option);
            words.add(value);
        }
    }
}
