package dev.pgduo.lab;

import dev.pgduo.cluster.Node;
import dev.pgduo.cluster.NodeName;
import dev.pgduo.cluster.NodeStatus;
import dev.pgduo.cluster.ServerUnavailable;
import dev.pgduo.cluster.conf.AtomicFile;
import dev.pgduo.cluster.conf.ConfEdit;
import dev.pgduo.cluster.conf.ConfFile;
import dev.pgduo.cluster.conf.ConfValue;
import dev.pgduo.cluster.conf.EffectiveConf;
import dev.pgduo.cluster.conf.SettingInfo;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The configuration files of one node, changed so that the server can always read them. */
public final class NodeConf {
    /** The file that ALTER SYSTEM writes, and that wins over the others. */
    public static final String AUTO = "postgresql.auto.conf";

    private final Lab lab;
    private final Node node;

    public NodeConf(Lab lab, NodeName name) {
        this.lab = lab;
        this.node = lab.node(name);
    }

    /**
     * What was changed and what it takes.
     *
     * @param edit the file, line, old and new value
     * @param effect a phrase: when the change counts
     * @param overriddenBy another line that wins over this one, or empty
     */
    public record Change(ConfEdit edit, String effect, Optional<EffectiveConf.Entry> overriddenBy) {}

    /** The settings as the node's files say, whether it runs or not. */
    public EffectiveConf effective() {
        requireCluster();
        return EffectiveConf.read(node.layout().data());
    }

    /** Whether the server can be asked. */
    public boolean running() {
        return node.status().status().running();
    }

    /** What the server knows of a setting; empty when it does not run. */
    public Optional<SettingInfo> info(String name) {
        if (!running()) {
            return Optional.empty();
        }
        List<List<@Nullable String>> rows = lab.query(node.name()).rows("""
                select name, vartype, unit, min_val, max_val, array_to_string(enumvals, E'\\x1f'), context, short_desc
                from pg_settings where lower(name) = lower(%s)""".formatted(literal(name)));
        if (rows.isEmpty()) {
            throw new LabException(ErrorReport.error("unrecognized configuration parameter \"" + name + "\"")
                    .hint(nearest(name)
                            .map(near -> "Perhaps you meant \"" + near + "\".")
                            .orElse(null)));
        }
        List<@Nullable String> row = rows.get(0);
        String enums = row.get(5);
        return Optional.of(new SettingInfo(
                text(row, 0),
                text(row, 1),
                row.get(2),
                row.get(3),
                row.get(4),
                enums == null || enums.isEmpty() ? List.of() : List.of(enums.split("\u001f")),
                text(row, 6),
                text(row, 7)));
    }

    /**
     * Sets a value in a file.
     *
     * @throws LabException when the server would not take the value; nothing is changed then
     */
    public Change set(String file, String name, String value) {
        Optional<SettingInfo> info = info(name);
        info.flatMap(i -> i.check(value)).ifPresent(problem -> {
            throw new LabException(problem);
        });
        return change(file, name, conf -> conf.set(name, value), info);
    }

    /** Removes every line of a file that sets this name. */
    public Change reset(String file, String name) {
        return change(file, name, conf -> conf.reset(name), info(name));
    }

    /**
     * Adds a line to the end of a file.
     *
     * @throws LabException when the server could not read it; nothing is changed then
     */
    public Change append(String file, String line) {
        ConfFile added = ConfFile.parse(line + "\n", file);
        added.problems().stream().findFirst().ifPresent(problem -> {
            throw new LabException(problem);
        });
        String name = added.entries().stream()
                .findFirst()
                .map(ConfFile.Entry::name)
                .orElseThrow(() -> LabException.of("the line sets nothing", "Write NAME = VALUE."));
        return change(file, name, conf -> conf.appendLine(line), info(name));
    }

    private Change change(String file, String name, UnaryOperator<ConfFile> how, Optional<SettingInfo> info) {
        requireCluster();
        Path path = path(file);
        ConfFile old = read(path, file);
        ConfFile now = how.apply(old);
        if (!now.text().equals(old.text())) {
            AtomicFile.replace(path, now.text());
            if (running()) {
                keepOnlyIfReadable(path, old);
            }
        }
        ConfEdit edit = ConfEdit.between(old, now, name);
        return new Change(edit, effect(info), winner(path, name));
    }

    /** The running server reads the files without taking them over; what it cannot read is put back. */
    private void keepOnlyIfReadable(Path path, ConfFile old) {
        List<List<@Nullable String>> errors = lab.query(node.name())
                .rows("select sourceline, error from pg_file_settings where error is not null"
                        + " and error <> 'setting could not be applied' and sourcefile = " + literal(path.toString()));
        if (!errors.isEmpty()) {
            AtomicFile.replace(path, old.text());
            throw new LabException(ErrorReport.error("the server cannot read the new file: "
                            + errors.get(0).get(1))
                    .detail("It stands in line " + errors.get(0).get(0) + "; the old text was put back."));
        }
    }

    private String effect(Optional<SettingInfo> info) {
        if (info.isEmpty()) {
            return "takes effect at the next start";
        }
        return switch (info.get().context()) {
            case "postmaster" -> "needs a restart: \"restart " + node.name() + "\"";
            case "internal" -> "cannot be changed";
            default -> "needs a reload: \"reload " + node.name() + "\"";
        };
    }

    private Optional<EffectiveConf.Entry> winner(Path path, String name) {
        return effective().entry(name).filter(entry -> !entry.file().equals(path));
    }

    private Path path(String file) {
        if (!List.of("postgresql.conf", AUTO, "recovery.conf").contains(file)) {
            throw LabException.of(
                    "there is no configuration file \"" + file + "\"",
                    "The files are postgresql.conf, postgresql.auto.conf and recovery.conf.");
        }
        return node.layout().data().resolve(file);
    }

    private void requireCluster() {
        if (node.status().status() == NodeStatus.EMPTY) {
            throw LabException.of(
                    "node " + node.name() + " has no database cluster",
                    "Make one with \"init " + node.name() + "\" or \"basebackup\".");
        }
    }

    private static ConfFile read(Path path, String file) {
        try {
            return ConfFile.parse(Files.exists(path) ? Files.readString(path) : "", file);
        } catch (IOException e) {
            throw new LabException(ErrorReport.error("could not read file \"" + path + "\": " + e.getMessage()), e);
        }
    }

    private Optional<String> nearest(String name) {
        try {
            return Optional.of(lab.query(node.name())
                            .scalar("select name from pg_settings where replace(name, '_', '') = replace(lower("
                                    + literal(name) + "), '_', '') or name like '%' || lower(" + literal(name)
                                    + ") || '%' order by length(name) limit 1"))
                    .filter(near -> !near.isEmpty());
        } catch (ServerUnavailable e) {
            return Optional.empty();
        }
    }

    private static String text(List<@Nullable String> row, int column) {
        String value = row.get(column);
        return value == null ? "" : value;
    }

    static String literal(String text) {
        return ConfValue.quote(text).replace("\\\\", "\\");
    }
}
