package dev.pgduo.shell.lab;

import dev.pgduo.cluster.NodeName;
import dev.pgduo.cluster.NodeStatus;
import dev.pgduo.cluster.conf.ConfDiff;
import dev.pgduo.cluster.conf.EffectiveConf;
import dev.pgduo.lab.NodeConf;
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

/** The commands for settings. */
public final class ConfVerbs {
    private static final String NODE = "a, b, primary or standby; the primary, or a, when it is left out";

    private final CurrentLab current;

    public ConfVerbs(CurrentLab current) {
        this.current = current;
    }

    @Command(
            name = {"conf", "show"},
            group = "conf",
            description = "show settings: of a running node as it uses them, of a stopped one as its files say")
    void show(
            @Argument(index = 0, description = "part of a setting's name") @Nullable String name,
            @Option(longName = "node", description = NODE) @Nullable String node,
            @Option(longName = "changed", description = "only what differs from the server's default") boolean changed,
            @Option(longName = "pending", description = "only what waits for a restart") boolean pending,
            PrintWriter out) {
        NodeName on = node(node);
        if (new NodeConf(current.lab(), on).running()) {
            new LiveSettings(current.lab(), on).print(name, changed, pending, out);
        } else {
            files(on, name, out);
        }
    }

    @Command(
            name = {"conf", "set"},
            group = "conf",
            description = "set a value in a node's configuration file")
    void set(
            @Argument(index = 0, description = "setting, or NAME=VALUE") String name,
            @Argument(index = 1, description = "value") @Nullable String value,
            @Option(longName = "node", description = NODE) @Nullable String node,
            @Option(longName = "file", defaultValue = NodeConf.AUTO, description = "which file") String file,
            PrintWriter out) {
        String[] parts = value == null ? name.split("\\s*=\\s*", 2) : new String[] {name, value};
        if (parts.length < 2) {
            throw LabException.of("conf set needs a value", "Type \"conf set NAME VALUE\".");
        }
        NodeName on = node(node);
        told(
                new NodeConf(current.lab(), on)
                        .set(file, parts[0], current.desk().naming().toReal(parts[1])),
                parts[0],
                out);
    }

    @Command(
            name = {"conf", "reset"},
            group = "conf",
            description = "remove a setting from a node's configuration file")
    void reset(
            @Argument(index = 0, description = "setting") String name,
            @Option(longName = "node", description = NODE) @Nullable String node,
            @Option(longName = "file", defaultValue = NodeConf.AUTO, description = "which file") String file,
            PrintWriter out) {
        told(new NodeConf(current.lab(), node(node)).reset(file, name), name, out);
    }

    @Command(
            name = {"conf", "append"},
            group = "conf",
            description = "add a line to the end of a node's configuration file")
    void append(
            @Argument(index = 0, description = "the line, NAME = VALUE") String line,
            @Option(longName = "node", description = NODE) @Nullable String node,
            @Option(longName = "file", defaultValue = NodeConf.AUTO, description = "which file") String file,
            PrintWriter out) {
        NodeConf.Change change = new NodeConf(current.lab(), node(node)).append(file, line);
        told(change, line.strip().split("[\\s=]", 2)[0], out);
    }

    @Command(
            name = {"conf", "diff"},
            group = "conf",
            description = "show the settings that differ between two nodes, as their files say")
    void diff(
            @Argument(index = 0, defaultValue = "a", description = "a or b") String left,
            @Argument(index = 1, defaultValue = "b", description = "a or b") String right,
            PrintWriter out) {
        NodeName one = current.lab().resolve(left);
        NodeName other = current.lab().resolve(right);
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (ConfDiff.Change change : ConfDiff.between(
                        new NodeConf(current.lab(), one).effective(), new NodeConf(current.lab(), other).effective())
                .changes()) {
            rows.add(Arrays.asList(change.name(), value(change.left()), value(change.right())));
        }
        new TextTable(List.of("name", one.toString(), other.toString())).print(rows, out);
    }

    private void files(NodeName on, @Nullable String name, PrintWriter out) {
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (EffectiveConf.Entry entry :
                new NodeConf(current.lab(), on).effective().settings()) {
            if (name == null || entry.name().contains(name)) {
                rows.add(Arrays.asList(
                        entry.name(), shown(entry.value()), entry.file().getFileName() + ":" + entry.line()));
            }
        }
        new TextTable(List.of("name", "setting", "source")).print(rows, out);
    }

    private void told(NodeConf.Change change, String name, PrintWriter out) {
        String before = change.edit().before().map(v -> "'" + v + "'").orElse("(not set)");
        String after = change.edit().after().map(v -> "'" + v + "'").orElse("(not set)");
        String place = change.edit().line() > 0
                ? change.edit().file() + ":" + change.edit().line()
                : change.edit().file();
        if (change.edit().changes()) {
            out.println(shown(place + ": " + name + " " + before + " -> " + after));
            out.println(change.effect());
        } else {
            out.println(shown(place + ": " + name + " is " + after + " already"));
        }
        change.overriddenBy()
                .ifPresent(winner ->
                        out.println(shown("overridden by " + winner.file().getFileName() + ":" + winner.line() + ": "
                                + winner.name() + " = '" + winner.value() + "'")));
    }

    private @Nullable String value(Optional<EffectiveConf.Entry> entry) {
        return entry.map(e -> shown(e.value())).orElse(null);
    }

    private String shown(String text) {
        return current.desk().naming().toShown(text);
    }

    private NodeName node(@Nullable String word) {
        return word == null
                ? current.lab().withRole(NodeStatus.RUNNING_PRIMARY).orElse(NodeName.A)
                : current.lab().resolve(word);
    }
}
