package dev.pgduo.course.task;

import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.NodeStatus;
import dev.pgduo.course.predicate.NodeRole;
import dev.pgduo.course.predicate.Predicate;
import dev.pgduo.course.predicate.Wanted;
import dev.pgduo.lab.Lab;
import dev.pgduo.lab.load.daemon.LabLoad;
import dev.pgduo.lab.os.GuardedRegex;
import dev.pgduo.lab.os.Naming;
import dev.pgduo.report.LabException;
import dev.pgduo.scan.Quoting;
import dev.pgduo.session.Probe;
import dev.pgduo.version.Capabilities;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates predicates on a lab through connections of its own, so that no session of a person is affected. A predicate that
 * cannot be evaluated is false. For one thread at a time.
 */
final class ObservedLab implements Predicate.Visitor<Evaluation>, AutoCloseable {
    private static final Duration LONGEST = Duration.ofSeconds(3);
    private static final int MOST_ROWS = 5;

    private final Lab lab;
    private final Supplier<Naming> naming;
    private final TaskStart start;
    /** Whether the present predicate is negated. */
    private boolean negated;

    private final Map<NodeName, Connection> connections = new EnumMap<>(NodeName.class);

    ObservedLab(Lab lab, Supplier<Naming> naming, TaskStart start) {
        this.lab = lab;
        this.naming = naming;
        this.start = start;
    }

    /** A connection, and the port to which it was made. */
    private record Connection(int port, Probe probe) {}

    @Override
    public Evaluation query(Predicate.Query predicate) {
        return asked(predicate.node(), naming.get().toReal(predicate.sql()), predicate.value(), "");
    }

    @Override
    public Evaluation setting(Predicate.Setting predicate) {
        String sql = "select pg_catalog.current_setting(" + Quoting.constant(predicate.name()) + ", true)";
        return asked(predicate.node(), sql, predicate.value(), predicate.name());
    }

    /** @param name the name of the value for the evidence; empty for the query itself */
    private Evaluation asked(NodeName node, String sql, Wanted wanted, String name) {
        if (!running(node)) {
            return Evaluation.of(false, state(node));
        }
        try {
            Probe.Answer answer = probe(node).answer(sql);
            List<String> columns = name.isEmpty() ? answer.columns() : List.of(name);
            List<String> rows =
                    answer.rows().stream().map(row -> shown(columns, row)).toList();
            boolean holds = wanted.holds(rows);
            return Evaluation.of(holds, words(columns, rows, holds != negated));
        } catch (LabException e) {
            return Evaluation.of(false, node + " answers: " + e.report().message());
        }
    }

    private String shown(List<String> columns, List<@Nullable String> row) {
        return IntStream.range(0, row.size())
                .mapToObj(i -> {
                    String value = row.get(i);
                    return value == null ? "" : naming.get().toShownCell(columns.get(i), value);
                })
                .collect(Collectors.joining("|"));
    }

    private static String words(List<String> columns, List<String> rows, boolean wanted) {
        String what = columns.stream()
                .map(each -> each.equals("?column?") ? "the value" : each)
                .collect(Collectors.joining("|"));
        if (rows.isEmpty()) {
            return "there is no row of " + what;
        }
        String values = rows.stream().limit(MOST_ROWS).collect(Collectors.joining("; "))
                + (rows.size() > MOST_ROWS ? "; … (" + rows.size() + " rows)" : "");
        String shown = rows.size() == 1 && !values.isEmpty() ? values : rows.size() == 1 ? "empty" : "{" + values + "}";
        return what + (wanted ? " = " : " is ") + shown;
    }

    @Override
    public Evaluation role(Predicate.Role predicate) {
        boolean holds = role(predicate.node()).filter(predicate.role()::equals).isPresent();
        return Evaluation.of(holds, state(predicate.node()));
    }

    @Override
    public Evaluation running(Predicate.Running predicate) {
        return Evaluation.of(running(predicate.node()), state(predicate.node()));
    }

    private boolean running(NodeName node) {
        return lab.node(node).status().status().running();
    }

    private Optional<NodeRole> role(NodeName node) {
        return switch (lab.node(node).status().status()) {
            case RUNNING_PRIMARY -> Optional.of(NodeRole.PRIMARY);
            case RUNNING_STANDBY -> Optional.of(NodeRole.STANDBY);
            case STARTING, STOPPING -> Optional.empty();
            case EMPTY, STOPPED, CRASHED, DAMAGED -> Optional.of(NodeRole.DOWN);
        };
    }

    private String state(NodeName node) {
        NodeStatus status = lab.node(node).status().status();
        return node + " is "
                + role(node)
                        .map(role -> role == NodeRole.DOWN ? "down" : "a " + role)
                        .orElse(status.toString());
    }

    @Override
    public Evaluation streams(Predicate.Streams predicate) {
        NodeName from = predicate.from();
        NodeName to = predicate.to();
        Evaluation sends = asked(
                from,
                "select count(*) from pg_catalog.pg_stat_replication where state = 'streaming'",
                new Wanted.Regex("[1-9]"),
                "");
        boolean receives = timeline(from)
                .filter(timeline -> asked(
                                to,
                                "select received_tli from pg_catalog.pg_stat_wal_receiver where status = 'streaming'",
                                new Wanted.Text(timeline),
                                "")
                        .holds())
                .isPresent();
        if (receives && sends.holds()) {
            return Evaluation.of(true, from + " streams to " + to);
        }
        return Evaluation.of(
                false, !running(from) ? state(from) : !running(to) ? state(to) : from + " does not stream to " + to);
    }

    /** The timeline of a server; a standby that stays behind on an older timeline receives that one's end again and again. */
    private Optional<String> timeline(NodeName node) {
        Capabilities server = lab.capabilities();
        String file = server.walFunction("pg_walfile_name") + "(" + server.walFunction("pg_current_wal_lsn") + "())";
        try {
            Probe.Answer answer = probe(node)
                    .answer("select case when pg_is_in_recovery()"
                            + " then (select received_tli from pg_catalog.pg_stat_wal_receiver)"
                            + " else ('x' || left(" + file + ", 8))::bit(32)::int end");
            return answer.rows().stream()
                    .flatMap(row -> Optional.ofNullable(row.get(0)).stream())
                    .findFirst();
        } catch (LabException e) {
            return Optional.empty();
        }
    }

    @Override
    public Evaluation fileExists(Predicate.FileExists predicate) {
        boolean there = Files.exists(file(predicate.node(), predicate.path()));
        return Evaluation.of(there, predicate.node() + (there ? " has a file " : " has no file ") + predicate.path());
    }

    @Override
    public Evaluation fileMatches(Predicate.FileMatches predicate) {
        Path file = file(predicate.node(), predicate.path());
        if (!Files.isRegularFile(file)) {
            return Evaluation.of(false, predicate.node() + " has no file " + predicate.path());
        }
        return lines(file, 0, predicate.regex(), predicate.node() + "'s " + predicate.path());
    }

    @Override
    public Evaluation logMatches(Predicate.LogMatches predicate) {
        NodeName node = predicate.node();
        Path file = lab.node(node).layout().logFile();
        return Files.isRegularFile(file)
                ? lines(file, start.log(node), predicate.regex(), node + "'s log")
                : Evaluation.of(false, node + " has no log");
    }

    /** The file of a path in the data directory, or of a path as the lab shows it. */
    private Path file(NodeName node, String path) {
        return lab.node(node).layout().data().resolve(naming.get().paths().toReal(path));
    }

    private static Evaluation lines(Path file, long from, String regex, String name) {
        try {
            String text = FileTail.behind(file, from);
            GuardedRegex pattern = new GuardedRegex(regex, Pattern.MULTILINE);
            Optional<String> line = text.lines().filter(pattern::finds).findFirst();
            return line.map(found -> Evaluation.of(true, "a line of " + name + " is \"" + found.strip() + "\""))
                    .orElseGet(() -> Evaluation.of(false, "no line of " + name + " matches /" + regex + "/"));
        } catch (LabException e) {
            return Evaluation.of(false, e.report().message());
        }
    }

    @Override
    public Evaluation lost(Predicate.Lost predicate) {
        LabLoad load = lab.load();
        if (load.figures().isEmpty() || !load.order().writing()) {
            return Evaluation.of(false, "there is no load that writes");
        }
        Optional<NodeName> asked = load.order().on().or(() -> lab.withRole(NodeStatus.RUNNING_PRIMARY));
        if (asked.isEmpty()) {
            return Evaluation.of(false, "there is no primary to look for lost commits on");
        }
        try {
            int lost = load.check(sql -> probe(asked.get()).rows(sql)).lost();
            return Evaluation.of(
                    predicate.comparison().holds(lost, predicate.transactions()),
                    lost + " of the load's commits " + (lost == 1 ? "is" : "are") + " lost");
        } catch (LabException e) {
            return Evaluation.of(false, asked.get() + " answers: " + e.report().message());
        }
    }

    @Override
    public Evaluation all(Predicate.All predicate) {
        return Evaluation.all(
                predicate.parts().stream().map(part -> part.accept(this)).toList());
    }

    @Override
    public Evaluation any(Predicate.Any predicate) {
        return Evaluation.any(
                predicate.parts().stream().map(part -> part.accept(this)).toList());
    }

    @Override
    public Evaluation not(Predicate.Not predicate) {
        negated = !negated;
        Evaluation inner = predicate.inner().accept(this);
        negated = !negated;
        return Evaluation.of(!inner.holds(), inner.evidence());
    }

    private Probe probe(NodeName node) {
        int port = lab.port(node);
        Connection open = connections.get(node);
        if (open == null || open.port() != port) {
            close(open);
            open = new Connection(port, lab.probe(node).onlyReading(LONGEST));
            connections.put(node, open);
        }
        return open.probe();
    }

    private static void close(@Nullable Connection connection) {
        if (connection != null) {
            connection.probe().close();
        }
    }

    /** Closes the connections; the next query connects again. */
    @Override
    public void close() {
        connections.values().forEach(ObservedLab::close);
        connections.clear();
    }
}
