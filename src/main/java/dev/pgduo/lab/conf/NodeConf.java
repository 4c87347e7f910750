package dev.pgduo.lab.conf;

import dev.pgduo.cluster.conf.ConfFile;
import dev.pgduo.cluster.conf.EffectiveConf;
import dev.pgduo.cluster.conf.FileText;
import dev.pgduo.cluster.node.Node;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.NodeStatus;
import dev.pgduo.cluster.server.ServerCheck;
import dev.pgduo.lab.Lab;
import dev.pgduo.lab.os.Translation;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import dev.pgduo.report.Position;
import dev.pgduo.scan.Quoting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The settings of one node. A change is made only when the server can read the result. */
public final class NodeConf {
    private static final String AUTO = "postgresql.auto.conf";

    private final Lab lab;
    private final Node node;
    private final SettingNames names;
    private final NodeRecovery recovery;

    /** The settings of this node. */
    public NodeConf(Lab lab, NodeName name) {
        this.lab = lab;
        this.node = lab.node(name);
        this.names = new SettingNames(lab, node);
        this.recovery = new NodeRecovery(node);
        if (node.status().status() == NodeStatus.EMPTY) {
            throw LabException.of(
                    "node " + name + " has no database cluster",
                    "Make one with \"init " + name + "\" or \"basebackup\".");
        }
    }

    /** Whether the node's server runs, so that it can be asked. */
    public boolean running() {
        return node.status().status().running();
    }

    /** The settings in effect by the node's files, whether the node runs or not. */
    public EffectiveConf effective() {
        return recovery.withOthers();
    }

    /** Whether the server has a setting of this name. */
    public boolean knows(String name) {
        return recovery.has(name) || names.known(name);
    }

    /** The error that there is no setting of this name, or none whose name contains this text. */
    public LabException unknown(String name) {
        return names.unknown(name);
    }

    /**
     * Sets a value: by ALTER SYSTEM on a running node, unless a file is named; in postgresql.auto.conf otherwise. Settings of
     * recovery.conf are written to that file.
     *
     * @param named the file's name, or null
     * @throws LabException with the server's message when it does not accept the value; nothing is changed then
     */
    public SettingChange set(@Nullable String named, String name, String value) {
        String file = recovery.fileFor(named, name);
        if (file == null && running()) {
            names.require(name);
            return alter(Sql.set(name, value), List.of(name));
        }
        check(name, value);
        return edit(file, conf -> conf.set(name, value), List.of(name));
    }

    /**
     * Removes a setting, or {@code all}, from postgresql.auto.conf: by ALTER SYSTEM RESET on a running node, else in the file.
     */
    public SettingChange reset(String name) {
        boolean all = name.equalsIgnoreCase("all");
        List<String> gone = all ? autoNames() : List.of(name);
        if (recovery.has(name)) {
            return edit(NodeRecovery.FILE, conf -> conf.reset(name), gone);
        }
        if (!all) {
            names.require(name);
        }
        if (running()) {
            return alter(Sql.reset(name), gone);
        }
        return edit(
                null,
                conf -> {
                    ConfFile now = conf;
                    for (String one : gone) {
                        now = now.reset(one);
                    }
                    return now;
                },
                gone);
    }

    /**
     * Adds a line to the end of a file.
     *
     * @param named the file's name, or null for postgresql.conf, or recovery.conf for its settings
     * @throws LabException when the server could not read the result; nothing is changed then
     */
    public SettingChange append(@Nullable String named, String line) {
        ConfFile added = ConfFile.parse(line + "\n", "the line");
        added.problems().stream().findFirst().ifPresent(problem -> {
            throw new LabException(problem.at(null).hint("Write \"NAME = 'VALUE'\", in double quotes."));
        });
        if (added.lines().size() != 1 || added.statements().isEmpty()) {
            throw LabException.of("the line contains no setting", "Write \"NAME = 'VALUE'\", in double quotes.");
        }
        String file = named == null ? "postgresql.conf" : named;
        for (ConfFile.Entry entry : added.entries()) {
            String own = recovery.fileFor(named, entry.name());
            file = own == null ? file : own;
            check(entry.name(), entry.value());
        }
        return edit(
                file,
                conf -> conf.appendLine(line),
                added.entries().stream().map(ConfFile.Entry::name).toList());
    }

    /** The errors with which the program of a server that does not run would refuse these lines. */
    List<ErrorReport> refused(List<ConfFile.Entry> lines, String source) {
        List<ErrorReport> refused = new ArrayList<>();
        for (ConfFile.Entry line : lines) {
            try {
                check(line.name(), line.value());
            } catch (LabException e) {
                refused.add(e.report().at(new Position(source, line.line(), 0)));
            }
        }
        return refused;
    }

    /**
     * Checks a value with the server program. It also refuses unknown names, so the name is checked separately after an error.
     */
    private void check(String name, String value) {
        if (recovery.has(name)) {
            recovery.check(name, value).ifPresent(problem -> {
                throw new LabException(problem);
            });
            return;
        }
        new ServerCheck(node.settings()).check(name, value).ifPresent(problem -> {
            names.require(name);
            throw new LabException(problem);
        });
    }

    private SettingChange alter(String statement, List<String> changed) {
        Path auto = path(AUTO);
        List<SettingChange.Was> was = was(changed, auto);
        ConfFile old = ConfFile.parse(checked(auto).read().text(), auto.toString());
        lab.query(node.name()).rows(statement);
        ConfFile now = ConfFile.parse(checked(auto).read().text(), auto.toString());
        List<SettingChange.Edit> edits = SettingChange.edits(old, now, was);
        return new SettingChange(
                new SettingChange.Typed(true, statement), edits, new Consequences(lab, node).of(edits));
    }

    private SettingChange edit(@Nullable String file, UnaryOperator<ConfFile> how, List<String> changed) {
        Path path = path(file == null ? AUTO : file);
        List<SettingChange.Was> was = was(changed, path);
        CheckedEdit checked = checked(path);
        boolean begins = recovery.counts() && path.equals(recovery.path()) && !Files.exists(path);
        FileText text = checked.read();
        ConfFile old = ConfFile.parse(text.text(), path.toString());
        ConfFile now = how.apply(old);
        checked.replace(text, now.text());
        List<SettingChange.Edit> edits = SettingChange.edits(old, now, was);
        List<String> remarks = new ArrayList<>(new Consequences(lab, node).of(edits));
        if (NodeRecovery.FILE.equals(file) && !recovery.counts()) {
            remarks.add(Translation.RECOVERY_CONF.note());
        }
        if (begins && Files.exists(path)) {
            remarks.add("there was no recovery.conf: with it the node starts in recovery");
        }
        String line = EditCommand.between(old.text(), now.text()).line(path);
        return new SettingChange(new SettingChange.Typed(false, line), edits, remarks);
    }

    /**
     * The values in effect before the change, also the defaults when the server runs; empty where postgresql.auto.conf
     * overrides the edited file.
     */
    private List<SettingChange.Was> was(List<String> changed, Path file) {
        EffectiveConf before = effective();
        List<SettingChange.Was> was = new ArrayList<>();
        for (String name : changed) {
            Optional<EffectiveConf.Entry> winner = before.entry(name);
            boolean wins = winner.filter(entry -> entry.file().endsWith(AUTO)).isPresent() && !file.endsWith(AUTO);
            Optional<String> value = winner.map(EffectiveConf.Entry::value)
                    .or(() -> current(name))
                    .filter(v -> !wins);
            was.add(new SettingChange.Was(name, value));
        }
        return was;
    }

    private Optional<String> current(String name) {
        return running()
                ? Optional.ofNullable(lab.query(node.name())
                        .rows("select current_setting(" + Quoting.constant(name) + ", true)")
                        .get(0)
                        .get(0))
                : Optional.empty();
    }

    private List<String> autoNames() {
        Path auto = path(AUTO);
        return ConfFile.parse(checked(auto).read().text(), auto.toString()).entries().stream()
                .map(entry -> entry.name().toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    /** An edit of one of the files, checked by the server when it runs. */
    CheckedEdit checked(Path path) {
        boolean asks = running() && !path.equals(recovery.path());
        return new CheckedEdit(path, () -> asks ? asked() : effective().problems());
    }

    /**
     * The errors that a running server finds in its files, without a reload. "setting could not be applied" is left out: the
     * server says so of a valid value that needs a restart, too.
     */
    private List<ErrorReport> asked() {
        List<ErrorReport> problems = new ArrayList<>();
        for (List<@Nullable String> row : lab.query(node.name())
                .rows("select sourcefile, sourceline, error from pg_file_settings where error is not null"
                        + " and error <> 'setting could not be applied'")) {
            String file = row.get(0);
            String line = row.get(1);
            Position at = file == null || line == null || line.equals("0")
                    ? null
                    : new Position(file, Integer.parseInt(line), 0);
            problems.add(ErrorReport.error(String.valueOf(row.get(2))).at(at));
        }
        return problems;
    }

    /** The path of a file; for recovery.conf that of the file which has its settings now. */
    Path path(String file) {
        if (!List.of("postgresql.conf", AUTO, NodeRecovery.FILE).contains(file)) {
            throw LabException.of(
                    "there is no configuration file \"" + file + "\"",
                    "The files are postgresql.conf, postgresql.auto.conf and recovery.conf.");
        }
        return node.layout()
                .data()
                .resolve(file.equals(NodeRecovery.FILE) ? lab.capabilities().recoverySettingsFile() : file);
    }
}
