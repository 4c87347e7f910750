package dev.pgduo.lab.os;

import dev.pgduo.cluster.BackupListener;
import dev.pgduo.cluster.BackupOptions;
import dev.pgduo.cluster.Node;
import dev.pgduo.cluster.NodeName;
import dev.pgduo.cluster.Performed;
import dev.pgduo.cluster.StopMode;
import dev.pgduo.cluster.process.Finished;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Carries out what lines at one node's OS prompt mean. Used by one thread at a time. */
final class OsPrompt implements OsActions<OsResult> {
    private static final Map<String, StopMode> MODES = Map.of(
            "s", StopMode.SMART,
            "smart", StopMode.SMART,
            "f", StopMode.FAST,
            "fast", StopMode.FAST,
            "i", StopMode.IMMEDIATE,
            "immediate", StopMode.IMMEDIATE);

    private final OsLab lab;
    private final Node node;
    private final LabPaths paths;
    private final RecoverySettings recovery;
    private final Consumer<String> listener;

    /** A prompt that tells each line of a shell's output as it comes. */
    OsPrompt(OsLab lab, NodeName name, Consumer<String> listener) {
        this.lab = lab;
        this.node = lab.node(name);
        this.paths =
                new LabPaths(lab.directory(), node.layout().root(), lab.naming().paths());
        this.recovery = new RecoverySettings(node);
        this.listener = listener;
    }

    @Override
    public OsResult pgCtl(OsAction.PgCtl action) {
        Node target = action.dataDirectory().map(this::nodeAt).orElse(node);
        if (!action.waits() || !MODES.containsKey(modeWord(action))) {
            return shell(new OsAction.Shell(action.line(target.layout())));
        }
        return switch (action.action()) {
            case "start" -> performed(target::start);
            case "stop" -> performed(() -> target.stop(mode(action)));
            case "restart" -> performed(() -> restart(target, mode(action)));
            case "reload" -> performed(target::reload);
            case "promote" -> performed(target::promote);
            default -> shell(new OsAction.Shell(action.line(target.layout())));
        };
    }

    @Override
    public OsResult baseBackup(OsAction.BaseBackup action) {
        Node target = nodeAt(action.target());
        Node source = action.port()
                .map(port -> lab.nodeAtPort(lab.naming().ports().real(Integer.parseInt(port))))
                .orElseGet(() -> lab.node(target.name().other()));
        BackupOptions options = action.options();
        Performed performed = lab.baseBackup(
                source, target, options.withTablespaces(tablespaces(options)).with(said()));
        return OsResult.printed(lab.naming().toShown(performed.output()));
    }

    /** What the program says is seen while it comes. */
    private BackupListener said() {
        return new BackupListener() {
            @Override
            public void said(String line) {
                listener.accept(lab.naming().toShown(line));
            }
        };
    }

    private Map<String, Path> tablespaces(BackupOptions options) {
        Map<String, Path> real = new HashMap<>();
        options.tablespaces()
                .forEach((from, to) -> real.put(paths.real(from).toString(), paths.forWriting(to.toString())));
        return real;
    }

    @Override
    public OsResult wipe(OsAction.Wipe action) {
        action.paths().forEach(this::checkRemoval);
        if (action.paths().stream().anyMatch(path -> withoutGlob(path).contains("*"))) {
            return shell(new OsAction.Shell(action.text()));
        }
        for (String path : action.paths()) {
            Path gone = paths.forWriting(withoutGlob(path));
            lab.nodes().stream().filter(n -> n.layout().data().startsWith(gone)).forEach(Node::releaseSharedMemory);
            Trees.delete(gone, path.endsWith("/*"));
        }
        return OsResult.silent();
    }

    private void checkRemoval(String path) {
        int star = path.indexOf('*');
        String fixed = star < 0 ? path : path.substring(0, path.lastIndexOf('/', star) + 1);
        Path real = paths.forWriting(fixed);
        lab.nodes().stream()
                .filter(n -> n.layout().data().startsWith(real))
                .filter(n -> n.status().pid().isPresent())
                .findFirst()
                .ifPresent(running -> {
                    throw new LabException(
                            ErrorReport.error("cannot remove \"" + path + "\": a server is running in it")
                                    .hint("Stop it first with \"pg_ctl stop\"."));
                });
    }

    private static String withoutGlob(String path) {
        return path.endsWith("/*") ? path.substring(0, path.length() - 2) : path;
    }

    @Override
    public OsResult appendLine(OsAction.AppendLine action) {
        Path file = paths.forWriting(action.file());
        String line = lab.naming().toReal(action.line());
        if (recovery.isTranslated(file)) {
            return OsResult.silent(recovery.set(line).toArray(Translation[]::new));
        }
        String old = Files.exists(file) ? TextFile.read(file, action.file()) : "";
        String joint = old.isEmpty() || old.endsWith("\n") ? "" : "\n";
        lab.replace(node, file, old + joint + line + "\n");
        return OsResult.silent();
    }

    @Override
    public OsResult substitute(OsAction.Substitute action) {
        Path file = paths.forWriting(action.file());
        boolean translated = recovery.isTranslated(file);
        Path real = translated ? recovery.file() : file;
        String old = lab.naming().toShown(TextFile.read(real, action.file()));
        String text = action.substitution().apply(old);
        if (!text.equals(old)) {
            lab.replace(node, real, lab.naming().toReal(text));
        }
        return translated ? OsResult.silent(Translation.RECOVERY_CONF) : OsResult.silent();
    }

    @Override
    public OsResult touch(OsAction.Touch action) {
        Path file = paths.forWriting(action.file());
        Optional<Path> trigger = recovery.triggerFile();
        if (trigger.filter(file::equals).isPresent() && node.status().status().running()) {
            return OsResult.silent(
                    lab.trigger(node, file, recovery.triggerWorks()).toArray(Translation[]::new));
        }
        return shell(new OsAction.Shell("touch '" + action.file().replace("'", "'\\''") + "'"));
    }

    @Override
    public OsResult showFile(OsAction.ShowFile action) {
        Path file = paths.real(action.file());
        if (!paths.inside(action.file())) {
            return shell(new OsAction.Shell(action.text()));
        }
        if (recovery.isTranslated(file) && !Files.exists(file)) {
            return new OsResult(
                    lab.naming().toShown(recovery.lines()), 0, Set.of(Translation.RECOVERY_CONF), Optional.empty());
        }
        if (!Files.isRegularFile(file)) {
            return shell(new OsAction.Shell(action.text()));
        }
        List<String> lines = TextFile.lines(TextFile.read(file, action.file()), action.lastLines());
        return OsResult.printed(lab.naming().toShown(lines));
    }

    @Override
    public OsResult psql(OsAction.Psql action) {
        return new OsResult(List.of(), 0, Set.of(), Optional.of(action.arguments()));
    }

    @Override
    public OsResult shell(OsAction.Shell action) {
        List<String> lines = new ArrayList<>();
        Finished finished = lab.bash(node, lab.naming().toRealInShell(action.text()), line -> {
            synchronized (lines) {
                String shown = lab.naming().toShown(line);
                lines.add(shown);
                listener.accept(shown);
            }
        });
        return new OsResult(lines, finished.exitCode(), Set.of(), Optional.empty());
    }

    private OsResult performed(Supplier<Performed> verb) {
        return OsResult.printed(lab.naming().toShown(verb.get().output()));
    }

    private static Performed restart(Node target, StopMode mode) {
        if (mode == StopMode.FAST || target.status().pid().isEmpty()) {
            return target.restart();
        }
        Performed stopped = target.stop(mode);
        Performed started = target.start();
        List<String> output = new ArrayList<>(stopped.output());
        output.addAll(started.output());
        return new Performed(stopped.commandLine(), output, stopped.elapsed().plus(started.elapsed()));
    }

    private static StopMode mode(OsAction.PgCtl action) {
        return MODES.getOrDefault(modeWord(action), StopMode.FAST);
    }

    private static String modeWord(OsAction.PgCtl action) {
        return action.mode().orElse("fast").toLowerCase(Locale.ROOT);
    }

    private Node nodeAt(String shown) {
        Path directory = paths.forWriting(shown);
        return lab.nodes().stream()
                .filter(n -> n.layout().data().equals(directory))
                .findFirst()
                .orElseThrow(() ->
                        new LabException(ErrorReport.error("directory \"" + shown + "\" is not a node's data directory")
                                .hint("The nodes' data directories are "
                                        + String.join(
                                                " and ",
                                                lab.nodes().stream()
                                                        .map(n -> "\""
                                                                + lab.naming()
                                                                        .toShown(n.layout()
                                                                                .data()
                                                                                .toString()) + "\"")
                                                        .toList())
                                        + ".")));
    }
}
