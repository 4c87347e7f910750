package dev.pgduo.lab.conf;

import dev.pgduo.cluster.conf.ClosedTrust;
import dev.pgduo.cluster.conf.FileText;
import dev.pgduo.cluster.conf.HbaFile;
import dev.pgduo.cluster.conf.HbaLine;
import dev.pgduo.cluster.conf.HbaMatch;
import dev.pgduo.cluster.conf.HbaQuery;
import dev.pgduo.cluster.conf.IpAddress;
import dev.pgduo.cluster.node.Node;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.lab.Lab;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import dev.pgduo.report.Position;
import dev.pgduo.scan.Quoting;
import dev.pgduo.version.Feature;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One node's pg_hba.conf. A change is made only when the server can read the result. */
public final class NodeHba {
    private final Lab lab;
    private final Node node;
    private final Path path;

    public NodeHba(Lab lab, NodeName name) {
        this.lab = lab;
        this.node = lab.node(name);
        this.path = node.layout().data().resolve("pg_hba.conf");
        if (!Files.exists(path)) {
            throw LabException.of(
                    "node " + name + " has no pg_hba.conf",
                    "Make its database cluster with \"init " + name + "\" or \"basebackup\".");
        }
    }

    /** The file as it is now, with the lists that it keeps in files of their own. */
    public HbaFile file() {
        return HbaFile.read(path);
    }

    /**
     * The rules: line, type, database, user, address, method with options, and error; as a running server reads them, else as
     * pgduo does.
     */
    public List<List<@Nullable String>> rows() {
        return asks() ? HbaRows.asked(lab.query(node.name())) : HbaRows.of(file());
    }

    /**
     * Adds a rule.
     *
     * @throws LabException with the server's message when the rule is invalid; nothing is changed then
     */
    public HbaChange add(String rule, boolean first) {
        HbaFile old = file();
        HbaFile now = first ? old.addFirst(rule) : old.add(rule);
        HbaLine added = now.lines().stream()
                .filter(line -> line.isActive() && line.raw().strip().equals(rule.strip()))
                .reduce((one, next) -> first ? one : next)
                .orElseThrow(() ->
                        LabException.of("the line is not a valid rule", "Write TYPE DATABASE USER ADDRESS METHOD."));
        return change(now, added, "added");
    }

    /**
     * Removes the rule that begins in this line.
     *
     * @throws LabException when no rule begins there
     */
    public HbaChange remove(int number) {
        HbaFile old = file();
        HbaLine line = old.lines().stream()
                .filter(l -> l.number() == number && l.isActive())
                .findFirst()
                .orElseThrow(
                        () -> LabException.of("there is no rule in line " + number, "\"hba show\" lists the rules."));
        return change(old.remove(number), line, "removed");
    }

    /** What the rules mean for a connection, as phrases; the first one names the line that decides. */
    public List<String> test(HbaQuery query) {
        HbaFile file = file();
        List<String> remarks = new ArrayList<>();
        remarks.add(HbaMatch.decide(file, query.memberOf(roles(query.user())))
                .map(NodeHba::verdict)
                .orElseGet(() -> "no line matches: " + HbaRows.refusal(query, lab.capabilities())));
        file.problems().forEach(problem -> remarks.add("the server refuses the file: " + problem.message()));
        if (running() && stale()) {
            remarks.add(
                    "the running server has not read the file since it was changed: \"reload " + node.name() + "\"");
        }
        return remarks;
    }

    private static String verdict(HbaLine line) {
        boolean refused = line.record().filter(r -> r.method().equals("reject")).isPresent();
        return "line " + line.number() + " decides" + (refused ? " and refuses" : "") + ": " + shown(line);
    }

    private HbaChange change(HbaFile now, HbaLine line, String verb) {
        CheckedEdit edit = checked();
        FileText old = edit.read();
        edit.replace(old, now.text());
        lab.closeTrust();
        List<String> remarks = new ArrayList<>();
        remarks.add(running() ? "needs a reload: \"reload " + node.name() + "\"" : "takes effect at the next start");
        lockedOut(now).ifPresent(remarks::add);
        return new HbaChange(
                EditCommand.between(ClosedTrust.shown(old.text()), ClosedTrust.shown(now.text()))
                        .line(path),
                path + ":" + line.number() + ": " + verb + " " + shown(line),
                remarks);
    }

    /** An edit of the file, checked by the server when it can be asked. */
    CheckedEdit checked() {
        return new CheckedEdit(path, this::problems);
    }

    /** A warning when the rules would refuse pgduo's own connections, which come from this machine as the superuser. */
    Optional<String> lockedOut(HbaFile now) {
        HbaQuery own = HbaQuery.tcp(
                Lab.SUPERUSER, "postgres", IpAddress.parse("127.0.0.1").orElseThrow());
        boolean refused = HbaMatch.decide(now, own)
                .flatMap(HbaLine::record)
                .filter(record -> !record.method().equals("reject"))
                .isEmpty();
        return refused
                ? Optional.of("beware: pgduo itself cannot connect to the node with these rules")
                : Optional.empty();
    }

    private List<ErrorReport> problems() {
        if (!asks()) {
            return read();
        }
        List<ErrorReport> problems = new ArrayList<>();
        for (List<@Nullable String> row : lab.query(node.name())
                .rows("select line_number, error from pg_hba_file_rules where error is not null")) {
            Position at = new Position(path.toString(), Integer.parseInt(String.valueOf(row.get(0))), 0);
            problems.add(ErrorReport.error(String.valueOf(row.get(1))).at(at));
        }
        return problems;
    }

    /** The errors that pgduo's own parser finds in the file; it knows the file's syntax as of 15. */
    private List<ErrorReport> read() {
        HbaFile file = file();
        List<ErrorReport> problems = new ArrayList<>(file.problems());
        if (!lab.capabilities().has(Feature.SCRAM)) {
            for (HbaLine line : file.lines()) {
                line.record()
                        .filter(record -> record.method().equals("scram-sha-256"))
                        .ifPresent(record -> problems.add(ErrorReport.error(
                                        "invalid authentication method \"" + record.method() + "\"")
                                .hint("It needs PostgreSQL " + Feature.SCRAM.first() + "; before that, use md5.")
                                .at(new Position(path.toString(), line.number(), 0))));
            }
        }
        return problems;
    }

    /** The roles that a user is a member of, directly or not, including the user; empty when the server does not run. */
    private Set<String> roles(String user) {
        Set<String> roles = new HashSet<>();
        if (running()) {
            lab.query(node.name())
                    .rows("""
                    with recursive member(oid) as (select oid from pg_roles where rolname = %s
                      union select m.roleid from pg_auth_members m join member on m.member = member.oid)
                    select rolname from pg_roles join member using (oid)""".formatted(Quoting.constant(user)))
                    .forEach(row -> roles.add(String.valueOf(row.get(0))));
        }
        return roles;
    }

    private boolean stale() {
        String loaded = lab.query(node.name())
                .rows("select (extract(epoch from pg_conf_load_time()) * 1000)::bigint")
                .get(0)
                .get(0);
        return path.toFile().lastModified() > Long.parseLong(String.valueOf(loaded));
    }

    /** Whether pg_hba_file_rules can be queried: the server runs, and its major has the view. */
    private boolean asks() {
        return running() && lab.capabilities().has(Feature.HBA_FILE_RULES);
    }

    private boolean running() {
        return node.status().status().running();
    }

    private static String shown(HbaLine line) {
        return ClosedTrust.shown(line.raw().strip().replaceAll("\\s+", " "));
    }
}
