package dev.pgduo.shell.lab;

import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.lab.conf.NodeConf;
import dev.pgduo.lab.conf.PendingSettings;
import dev.pgduo.lab.conf.SettingDescription;
import dev.pgduo.lab.conf.SettingsQuery;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.shell.core.command.annotation.Argument;
import org.springframework.shell.core.command.annotation.Arguments;
import org.springframework.shell.core.command.annotation.Command;
import org.springframework.shell.core.command.annotation.Option;

/** The commands {@code conf …} for settings. */
public final class ConfCommands {
    private static final List<String> LIVE = List.of("name", "setting", "source", "file:line", "pending restart");
    private static final List<String> PENDING = List.of("name", "in use", "in the files", "file:line", "needs");
    private static final List<String> FILES = List.of("name", "setting", "file:line", "overrides");

    @Command(
            name = {"conf", "show"},
            group = "conf",
            description = "show settings: the values in use of a running node, those in the files of a stopped one")
    void show(
            @Argument(index = 0, description = "a setting, or part of a name") @Nullable String name,
            @Option(longName = "node", description = ConfNode.WORDS) @Nullable String node,
            @Option(longName = "changed", description = "only settings that differ from the default") boolean changed,
            @Option(longName = "pending", description = "only settings in the files that are not in effect yet")
                    boolean pending,
            LabContext context) {
        NodeName on = ConfNode.of(context.lab(), node);
        NodeConf conf = conf(context, on);
        SettingsQuery query = new SettingsQuery(context.lab());
        LabTable shown = new LabTable(context.desk().naming(), context);
        if (conf.running()) {
            List<List<@Nullable String>> rows = pending
                    ? new PendingSettings(context.lab(), on).rows(name)
                    : query.live(on, new SettingsQuery.Wanted(name, changed));
            if (rows.isEmpty() && name != null && !changed && !pending) {
                throw conf.unknown(name);
            }
            shown.table(pending ? PENDING : LIVE, rows);
        } else {
            shown.table(FILES, query.files(on, name));
            shown.lines("node " + on + " is not running: this is what its files say");
            conf.effective().problems().forEach(problem -> shown.lines(problem.render()));
        }
    }

    @Command(
            name = {"conf", "set"},
            group = "conf",
            description = "change a setting: with ALTER SYSTEM on a running node, else in a configuration file")
    void set(
            @Arguments List<String> setting,
            @Option(longName = "node", description = ConfNode.SEVERAL) @Nullable String node,
            @Option(
                            longName = "file",
                            description = "edit postgresql.conf, postgresql.auto.conf or recovery.conf instead")
                    @Nullable
                    String file,
            LabContext context) {
        Map<NodeName, NodeConf> nodes = confs(context, node);
        NodeConf first = nodes.values().iterator().next();
        if (setting.size() == 1 && setting.get(0).indexOf('=') < 0) {
            throw valueless(context, nodes.keySet().iterator().next(), setting.get(0));
        }
        List<Assignment> typed = Assignment.all(setting, first::knows);
        nodes.forEach((on, conf) -> typed.forEach(one -> {
            String value = context.desk().naming().toReal(one.value());
            context.steps().echo().change(on, conf.set(file, one.name(), value));
        }));
    }

    @Command(
            name = {"conf", "reset"},
            group = "conf",
            description = "remove a setting, or all, from postgresql.auto.conf")
    void reset(
            @Argument(index = 0, description = "setting, or all") String name,
            @Option(longName = "node", description = ConfNode.SEVERAL) @Nullable String node,
            LabContext context) {
        confs(context, node).forEach((on, conf) -> context.steps().echo().change(on, conf.reset(name)));
    }

    @Command(
            name = {"conf", "append"},
            group = "conf",
            description = "add a line to the end of a node's configuration file")
    void append(
            @Arguments List<String> line,
            @Option(longName = "node", description = ConfNode.WORDS) @Nullable String node,
            @Option(longName = "file", description = "which file; postgresql.conf when left out") @Nullable String file,
            LabContext context) {
        if (line.isEmpty()) {
            throw LabException.of("conf append needs a line", "Type conf append \"NAME = 'VALUE'\".");
        }
        NodeName on = ConfNode.of(context.lab(), node);
        String real = context.desk().naming().toReal(String.join(" ", line));
        context.steps().echo().change(on, conf(context, on).append(file, real));
    }

    @Command(
            name = {"conf", "diff"},
            group = "conf",
            description = "show the settings that differ between two nodes; from their files unless both run")
    void diff(
            @Argument(index = 0, defaultValue = "a", description = "a or b") String left,
            @Argument(index = 1, defaultValue = "b", description = "a or b") String right,
            LabContext context) {
        NodeName one = context.lab().resolve(left);
        NodeName other = context.lab().resolve(right);
        new LabTable(context.desk().naming(), context)
                .table(
                        List.of("name", one.toString(), other.toString()),
                        new SettingsQuery(context.lab()).differences(one, other));
    }

    /** The error when a name is given without a value; its DETAIL describes the setting. */
    private static LabException valueless(LabContext context, NodeName node, String name) {
        SettingDescription known = SettingDescription.find(
                        context.lab(), context.lab().node(node), name)
                .orElseThrow(() -> conf(context, node).unknown(name));
        return new LabException(
                ErrorReport.error("conf set needs a value for " + known.info().name())
                        .detail(String.join("\n", known.lines())));
    }

    /** The settings of all nodes that the word names; checked before any setting is changed. */
    private static Map<NodeName, NodeConf> confs(LabContext context, @Nullable String word) {
        Map<NodeName, NodeConf> confs = new EnumMap<>(NodeName.class);
        ConfNode.all(context.lab(), word).forEach(node -> confs.put(node, conf(context, node)));
        return confs;
    }

    private static NodeConf conf(LabContext context, NodeName node) {
        return new NodeConf(context.lab(), node);
    }
}
