package dev.pgduo.shell.lab;

import dev.pgduo.cluster.conf.HbaQuery;
import dev.pgduo.cluster.conf.IpAddress;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.lab.conf.HbaChange;
import dev.pgduo.lab.conf.NodeHba;
import dev.pgduo.report.LabException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.shell.core.command.annotation.Argument;
import org.springframework.shell.core.command.annotation.Arguments;
import org.springframework.shell.core.command.annotation.Command;
import org.springframework.shell.core.command.annotation.Option;

/** The commands for pg_hba.conf. */
public final class HbaCommands {
    private static final List<String> RULES = List.of("line", "type", "database", "user", "address", "method");

    @Command(
            name = {"hba", "show"},
            group = "conf",
            description = "list the rules of pg_hba.conf with their line numbers")
    void show(
            @Argument(index = 0, description = ConfNode.WORDS) @Nullable String place,
            @Option(longName = "node", description = "the same") @Nullable String node,
            LabContext context) {
        NodeName on = ConfNode.of(context.lab(), node == null ? place : node);
        List<List<@Nullable String>> rows = new NodeHba(context.lab(), on).rows();
        LabTable shown = new LabTable(context.desk().naming(), context);
        shown.table(
                RULES,
                rows.stream()
                        .filter(row -> row.get(6) == null)
                        .map(row -> row.subList(0, 6))
                        .toList());
        rows.stream()
                .filter(row -> row.get(6) != null)
                .forEach(row -> shown.lines("line " + row.get(0) + " is refused by the server: " + row.get(6)));
    }

    @Command(
            name = {"hba", "add"},
            group = "conf",
            description = "add a rule to pg_hba.conf")
    void add(
            @Arguments List<String> rule,
            @Option(longName = "node", description = ConfNode.WORDS) @Nullable String node,
            @Option(longName = "first", description = "insert it before all other rules") boolean first,
            LabContext context) {
        if (rule.isEmpty()) {
            throw LabException.of("hba add needs a rule", "Type hba add \"TYPE DATABASE USER ADDRESS METHOD\".");
        }
        NodeName on = ConfNode.of(context.lab(), node);
        told(on, new NodeHba(context.lab(), on).add(line(rule), first), context);
    }

    @Command(
            name = {"hba", "remove"},
            group = "conf",
            description = "remove the rule in a line of pg_hba.conf")
    void remove(
            @Argument(index = 0, description = "line number, as \"hba show\" lists it") int line,
            @Option(longName = "node", description = ConfNode.WORDS) @Nullable String node,
            LabContext context) {
        NodeName on = ConfNode.of(context.lab(), node);
        told(on, new NodeHba(context.lab(), on).remove(line), context);
    }

    @Command(
            name = {"hba", "test"},
            group = "conf",
            description = "show which rule of pg_hba.conf applies to a connection")
    void test(
            @Option(longName = "node", description = ConfNode.WORDS) @Nullable String node,
            @Option(longName = "user", defaultValue = "postgres", description = "role") String user,
            @Option(longName = "db", description = "database; the role's name when left out") @Nullable String db,
            @Option(longName = "addr", defaultValue = "127.0.0.1", description = "address, or local") String addr,
            @Option(longName = "replication", description = "a physical replication connection") boolean replication,
            LabContext context) {
        String database = Objects.requireNonNullElse(db, user);
        HbaQuery query =
                addr.equals("local") ? HbaQuery.local(user, database) : HbaQuery.tcp(user, database, address(addr));
        NodeName on = ConfNode.of(context.lab(), node);
        LabTable shown = new LabTable(context.desk().naming(), context);
        new NodeHba(context.lab(), on)
                .test(replication ? query.forReplication() : query)
                .forEach(shown::lines);
    }

    /** The rule: one word is the whole rule; in several words, those with blanks need quotation marks. */
    private static String line(List<String> rule) {
        return rule.size() == 1
                ? rule.get(0)
                : rule.stream()
                        .map(word -> word.indexOf(' ') < 0 ? word : '"' + word + '"')
                        .collect(Collectors.joining(" "));
    }

    private static void told(NodeName node, HbaChange change, LabContext context) {
        CommandEcho echo = context.steps().echo();
        if (!change.command().isEmpty()) {
            echo.command(node, change.command());
        }
        echo.say(change.edit());
        change.remarks().forEach(echo::say);
    }

    private static IpAddress address(String text) {
        return IpAddress.parse(text)
                .orElseThrow(
                        () -> LabException.of("invalid IP address \"" + text + "\"", "Write an address, or local."));
    }
}
