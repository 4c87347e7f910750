package dev.pgduo.shell.lab;

import dev.pgduo.cluster.NodeName;
import dev.pgduo.lab.conf.NodeConf;
import dev.pgduo.lab.conf.SettingChange;
import dev.pgduo.lab.conf.SettingDescription;
import dev.pgduo.lab.conf.SettingsQuery;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import dev.pgduo.shell.command.Likeness;
import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.shell.core.command.annotation.Argument;
import org.springframework.shell.core.command.annotation.Arguments;
import org.springframework.shell.core.command.annotation.Command;
import org.springframework.shell.core.command.annotation.Option;

/** The commands for settings. */
public final class ConfVerbs {
    private static final List<String> LIVE = List.of("name", "setting", "source", "file:line", "pending restart");
    private static final List<String> FILES = List.of("name", "setting", "file:line", "overrides");

    private final CurrentLab current;

    public ConfVerbs(CurrentLab current) {
        this.current = current;
    }

    @Command(
            name = {"conf", "show"},
            group = "conf",
            description = "show settings: of a running node as it uses them, of a stopped one as its files say")
    void show(
            @Argument(index = 0, description = "a setting, or part of a name") @Nullable String name,
            @Option(longName = "node", description = ConfNode.WORDS) @Nullable String node,
            @Option(longName = "changed", description = "only what differs from the server's default") boolean changed,
            @Option(longName = "pending", description = "only what waits for a restart") boolean pending,
            PrintWriter out) {
        NodeName on = ConfNode.of(current.lab(), node);
        NodeConf conf = conf(on);
        SettingsQuery query = new SettingsQuery(current.lab());
        Shown shown = new Shown(current.desk().naming(), out);
        if (conf.running()) {
            List<List<@Nullable String>> rows = query.live(on, new SettingsQuery.Wanted(name, changed, pending));
            if (rows.isEmpty() && name != null && !changed && !pending) {
                throw conf.unknown(name);
            }
            shown.table(LIVE, rows);
        } else {
            shown.table(FILES, pending ? List.of() : query.files(on, name));
            shown.lines("node " + on + " is not running: this is what its files say");
            conf.effective().problems().forEach(problem -> shown.lines(problem.render()));
        }
    }

    @Command(
            name = {"conf", "set"},
            group = "conf",
            description = "set a value: with ALTER SYSTEM on a running node, else in a configuration file")
    void set(
            @Arguments List<String> setting,
            @Option(longName = "node", description = ConfNode.WORDS) @Nullable String node,
            @Option(
                            longName = "file",
                            description = "edit postgresql.conf, postgresql.auto.conf or recovery.conf instead")
                    @Nullable
                    String file,
            PrintWriter out) {
        NodeName on = ConfNode.of(current.lab(), node);
        if (setting.size() == 1 && setting.get(0).indexOf('=') < 0) {
            throw valueless(on, setting.get(0));
        }
        Assignment typed = Assignment.of(setting);
        String value = current.desk().naming().toReal(typed.value());
        told(on, conf(on).set(file, typed.name(), value), out);
    }

    @Command(
            name = {"conf", "reset"},
            group = "conf",
            description = "take a setting, or all, out of postgresql.auto.conf")
    void reset(
            @Argument(index = 0, description = "setting, or all") String name,
            @Option(longName = "node", description = ConfNode.WORDS) @Nullable String node,
            PrintWriter out) {
        NodeName on = ConfNode.of(current.lab(), node);
        told(on, conf(on).reset(name), out);
    }

    @Command(
            name = {"conf", "append"},
            group = "conf",
            description = "add a line to the end of a node's configuration file")
    void append(
            @Arguments List<String> line,
            @Option(longName = "node", description = ConfNode.WORDS) @Nullable String node,
            @Option(longName = "file", description = "which file, postgresql.conf when it is left out") @Nullable
                    String file,
            PrintWriter out) {
        if (line.isEmpty()) {
            throw LabException.of("conf append needs a line", "Type conf append \"NAME = 'VALUE'\".");
        }
        NodeName on = ConfNode.of(current.lab(), node);
        String real = current.desk().naming().toReal(String.join(" ", line));
        told(on, conf(on).append(file, real), out);
    }

    @Command(
            name = {"conf", "diff"},
            group = "conf",
            description = "show the settings that differ between two nodes; as their files say unless both run")
    void diff(
            @Argument(index = 0, defaultValue = "a", description = "a or b") String left,
            @Argument(index = 1, defaultValue = "b", description = "a or b") String right,
            PrintWriter out) {
        NodeName one = current.lab().resolve(left);
        NodeName other = current.lab().resolve(right);
        new Shown(current.desk().naming(), out)
                .table(
                        List.of("name", one.toString(), other.toString()),
                        new SettingsQuery(current.lab()).differences(one, other));
    }

    /** A name alone is a question. */
    private LabException valueless(NodeName node, String name) {
        SettingDescription known = SettingDescription.find(
                        current.lab(), current.lab().node(node), name)
                .orElseThrow(() -> conf(node).unknown(name));
        return new LabException(
                ErrorReport.error("conf set needs a value for " + known.info().name())
                        .detail(String.join("\n", known.lines())));
    }

    private NodeConf conf(NodeName node) {
        return new NodeConf(current.lab(), node, Likeness::nearest);
    }

    private void told(NodeName node, SettingChange change, PrintWriter out) {
        Echo echo = new Echo(current.desk().naming(), out);
        if (change.how().sql()) {
            echo.statement(node, change.how().text());
        } else if (!change.how().text().isEmpty()) {
            echo.command(node, change.how().text());
        }
        change.edits().forEach(edit -> echo.say(edit.line()));
        change.remarks().forEach(echo::say);
    }
}
