package dev.pgduo.shell.lab;

import dev.pgduo.cluster.NodeName;
import dev.pgduo.cluster.NodeStatus;
import dev.pgduo.cluster.conf.HbaLine;
import dev.pgduo.cluster.conf.HbaMatch;
import dev.pgduo.cluster.conf.HbaQuery;
import dev.pgduo.cluster.conf.IpAddress;
import dev.pgduo.lab.NodeHba;
import dev.pgduo.report.LabException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.shell.core.command.annotation.Argument;
import org.springframework.shell.core.command.annotation.Command;
import org.springframework.shell.core.command.annotation.Option;

/** The commands for pg_hba.conf. */
public final class HbaVerbs {
    private static final String NODE = "a, b, primary or standby; the primary, or a, when it is left out";

    private final CurrentLab current;

    public HbaVerbs(CurrentLab current) {
        this.current = current;
    }

    @Command(
            name = {"hba", "show"},
            group = "conf",
            description = "list the rules of pg_hba.conf with their line numbers")
    void show(@Argument(index = 0, description = NODE) @Nullable String node, PrintWriter out) {
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (HbaLine line : new NodeHba(current.lab(), node(node)).file().lines()) {
            if (line.isActive()) {
                rows.add(Arrays.asList(
                        Integer.toString(line.number()), line.raw().strip().replaceAll("\\s+", " "), problem(line)));
            }
        }
        new TextTable(List.of("line", "rule", "problem")).print(rows, out);
    }

    @Command(
            name = {"hba", "add"},
            group = "conf",
            description = "add a rule to pg_hba.conf")
    void add(
            @Argument(index = 0, description = "the rule, in quotes") String rule,
            @Option(longName = "node", description = NODE) @Nullable String node,
            @Option(longName = "first", description = "before all other rules") boolean first,
            PrintWriter out) {
        NodeHba hba = new NodeHba(current.lab(), node(node));
        hba.add(rule, first);
        out.println(hba.effect());
    }

    @Command(
            name = {"hba", "remove"},
            group = "conf",
            description = "remove the rule in a line of pg_hba.conf")
    void remove(
            @Argument(index = 0, description = "line number, as \"hba show\" lists it") int line,
            @Option(longName = "node", description = NODE) @Nullable String node,
            PrintWriter out) {
        NodeHba hba = new NodeHba(current.lab(), node(node));
        out.println("removed: " + hba.remove(line).raw().strip());
        out.println(hba.effect());
    }

    @Command(
            name = {"hba", "test"},
            group = "conf",
            description = "say which rule decides about a connection")
    void test(
            @Option(longName = "node", description = NODE) @Nullable String node,
            @Option(longName = "user", defaultValue = "postgres", description = "role") String user,
            @Option(longName = "db", defaultValue = "postgres", description = "database") String db,
            @Option(longName = "addr", defaultValue = "127.0.0.1", description = "address, or local") String addr,
            @Option(longName = "replication", description = "a physical replication connection") boolean replication,
            PrintWriter out) {
        HbaQuery query = addr.equals("local") ? HbaQuery.local(user, db) : HbaQuery.tcp(user, db, address(addr));
        Optional<HbaLine> line = HbaMatch.decide(
                new NodeHba(current.lab(), node(node)).file(), replication ? query.forReplication() : query);
        out.println(line.map(l -> "line " + l.number() + " decides: " + l.raw().strip())
                .orElse("no line matches: the server refuses the connection"));
    }

    private static IpAddress address(String text) {
        return IpAddress.parse(text)
                .orElseThrow(
                        () -> LabException.of("invalid IP address \"" + text + "\"", "Write an address, or local."));
    }

    private static @Nullable String problem(HbaLine line) {
        return line.problem().map(report -> report.message()).orElse(null);
    }

    private NodeName node(@Nullable String word) {
        return word == null
                ? current.lab().withRole(NodeStatus.RUNNING_PRIMARY).orElse(NodeName.A)
                : current.lab().resolve(word);
    }
}
