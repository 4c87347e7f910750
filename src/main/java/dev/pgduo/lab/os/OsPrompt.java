package dev.pgduo.lab.os;

import dev.pgduo.cluster.backup.BackupListener;
import dev.pgduo.cluster.backup.BackupOptions;
import dev.pgduo.cluster.node.Node;
import dev.pgduo.cluster.process.PseudoTerminal;
import dev.pgduo.cluster.process.ShellEnd;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.PgCtlResult;
import dev.pgduo.cluster.quantity.StopMode;
import dev.pgduo.report.LabException;
import dev.pgduo.wire.Endpoint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Carries out the lines of one node's OS prompt. Used by one thread at a time. */
final class OsPrompt implements OsActions<OsResult> {
    private static final Map<String, StopMode> MODES = Map.of(
            "s", StopMode.SMART,
            "smart", StopMode.SMART,
            "f", StopMode.FAST,
            "fast", StopMode.FAST,
            "i", StopMode.IMMEDIATE,
            "immediate", StopMode.IMMEDIATE);

    /** The shell's message about a background process; lab files do not have it. */
    private static final Pattern JOB = Pattern.compile("\\[\\d+\\] \\d+");

    /** Hosts that mean this machine. */
    private static final Set<String> HERE = Set.of("", "localhost", "127.0.0.1", "::1");

    private final OsLab lab;
    private final Node node;
    private final LabPaths paths;
    private final RecoverySettings recovery;
    private final OsWatch watch;

    OsPrompt(OsLab lab, NodeName name, OsWatch watch) {
        this.lab = lab;
        this.node = lab.node(name);
        this.paths = new LabPaths(
                lab.directory(), lab.shell(name).directory(), lab.naming().paths());
        this.recovery = new RecoverySettings(node, paths);
        this.watch = watch;
    }

    @Override
    public OsResult pgCtl(OsAction.PgCtl action) {
        Optional<Node> named = action.dataDirectory().flatMap(this::nodeAt);
        boolean elsewhere = action.dataDirectory().isPresent() && named.isEmpty();
        if (elsewhere || otherLog(action, named.orElse(node))) {
            return shell(new OsAction.Shell(action.text()));
        }
        Node target = named.orElse(node);
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
        Path directory = paths.real(action.target());
        Optional<Node> target = lab.nodes().stream()
                .filter(n -> n.layout().data().equals(directory))
                .findFirst();
        Optional<Endpoint> source = target.flatMap(to -> source(action, to));
        if (target.isEmpty() || source.isEmpty()) {
            if (target.isEmpty()) {
                lab.initialised(node.name());
            }
            return shell(new OsAction.Shell(action.text()));
        }
        if (action.pipe().isEmpty()) {
            return copied(source.get(), target.get(), action.options().with(said()));
        }
        Piped pipe = action.pipe().get();
        BackupOptions options =
                pipe.errors() ? action.options() : action.options().with(said());
        OsResult result;
        try {
            result = copied(source.get(), target.get(), options);
        } catch (LabException e) {
            result = OsResult.failed(lab.naming(), e);
        }
        return piped(result, pipe);
    }

    /** The server of the lab that the options name; empty when they name another one. */
    private Optional<Endpoint> source(OsAction.BaseBackup action, Node target) {
        Optional<Node> said = action.port().isEmpty()
                ? Optional.of(lab.node(target.name().other()))
                : action.port()
                        .flatMap(port -> lab.nodeAtPort(lab.naming().ports().real(Integer.parseInt(port))));
        return said.filter(from -> action.host()
                        .filter(host -> !HERE.contains(host)
                                && !paths.real(host).equals(from.layout().socketDirectory()))
                        .isEmpty())
                .map(Node::endpoint)
                .map(at -> at.withUser(action.user().orElse(at.user())));
    }

    private OsResult copied(Endpoint source, Node target, BackupOptions options) {
        PgCtlResult performed = lab.baseBackup(source, target, options.withTablespaces(tablespaces(options)));
        return OsResult.printed(lab.naming().toShown(performed.output()));
    }

    /** Passes the command's output to the command after the pipe; the exit code is the last command's. */
    private OsResult piped(OsResult result, Piped pipe) {
        String text = result.output().stream().map(line -> line + "\n").collect(Collectors.joining());
        List<String> lines = new ArrayList<>(pipe.errors() ? List.of() : result.output());
        int code = lab.bash(node, lab.naming().toRealInShell(pipe.rest()), pipe.errors() ? text : "", told(lines))
                .exitCode();
        return new OsResult(lines, code, result.translations());
    }

    /** Passes the program's messages on as they are printed. */
    private BackupListener said() {
        return new BackupListener() {
            @Override
            public void said(String line) {
                watch.listener().accept(lab.naming().toShown(line));
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
        new Removal(lab, paths).run(action);
        return OsResult.silent();
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
        Path real = translated ? paths.forWriting(recovery.file(), action.file()) : file;
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
        if (!paths.leadsInside(action.file())) {
            return shell(new OsAction.Shell(action.text()));
        }
        if (recovery.isTranslated(file) && !Files.exists(file)) {
            return new OsResult(lab.naming().toShown(recovery.lines()), 0, Set.of(Translation.RECOVERY_CONF));
        }
        if (!Files.isRegularFile(file)) {
            return shell(new OsAction.Shell(action.text()));
        }
        List<String> lines = TextFile.lines(TextFile.read(file, action.file()), action.lastLines());
        return OsResult.printed(lab.naming().toShown(lines));
    }

    @Override
    public OsResult psql(OsAction.Psql action) {
        return new OsResult(List.of(), 0, Set.of(), Optional.of(action.arguments()), List.of());
    }

    /** Like a service manager, prints nothing after a success. */
    @Override
    public OsResult instead(OsAction.Instead action) {
        OsResult result = action.meant().accept(this).with(action.why());
        boolean quiet = action.why() == Translation.SERVICE
                && !(action.meant() instanceof OsAction.PgCtl service
                        && service.action().equals("status"));
        return quiet ? result.withOutput(List.of()) : result;
    }

    @Override
    public OsResult shell(OsAction.Shell action) {
        List<String> lines = new ArrayList<>();
        OsShell shell = lab.shell(node.name());
        String line = lab.naming().toRealInShell(action.text());
        long begun = System.nanoTime();
        ShellEnd end = watch.person().isPresent() && shell.hasTerminal()
                ? shell.runOnTerminal(
                        line,
                        lab.naming()::lineToShown,
                        seen(lines, watch.person().get()))
                : shell.run(
                        line,
                        watch.limit(),
                        () -> lab.heldUp(Duration.ofNanos(System.nanoTime() - begun)),
                        told(lines, watch.listener()));
        return OsResult.of(lines, end);
    }

    private PseudoTerminal.Listener seen(List<String> lines, PseudoTerminal.Listener person) {
        Consumer<String> told = told(lines, person::line);
        return new PseudoTerminal.Listener() {
            @Override
            public boolean draws() {
                return person.draws();
            }

            @Override
            public void line(String text) {
                told.accept(text);
            }

            @Override
            public void dialogue() {
                person.dialogue();
            }

            @Override
            public void unread(String keys) {
                synchronized (lines) {
                    TypedEcho.remove(lines, keys);
                }
                person.unread(keys);
            }
        };
    }

    private Consumer<String> told(List<String> lines) {
        return told(lines, watch.listener());
    }

    /** Adds the lines that a program prints to a list, with the shown names, and passes them on. */
    private Consumer<String> told(List<String> lines, Consumer<String> listener) {
        return line -> {
            if (JOB.matcher(line).matches()) {
                return;
            }
            synchronized (lines) {
                String shown = lab.naming().lineToShown(line);
                lines.add(shown);
                listener.accept(shown);
            }
        };
    }

    /**
     * Whether the line names a log file within the lab other than the node's, for which the real pg_ctl is run; for a log
     * outside of the lab the node's own is used.
     */
    private boolean otherLog(OsAction.PgCtl action, Node target) {
        return action.startsServer()
                && action.logFile()
                        .filter(paths::within)
                        .filter(log -> !paths.real(log).equals(target.layout().logFile()))
                        .isPresent();
    }

    private OsResult performed(Supplier<PgCtlResult> verb) {
        return OsResult.printed(lab.naming().toShown(verb.get().output()));
    }

    private static PgCtlResult restart(Node target, StopMode mode) {
        if (mode == StopMode.FAST || target.status().pid().isEmpty()) {
            return target.restart();
        }
        PgCtlResult stopped = target.stop(mode);
        PgCtlResult started = target.start();
        List<String> output = new ArrayList<>(stopped.output());
        output.addAll(started.output());
        return new PgCtlResult(stopped.commandLine(), output, stopped.elapsed().plus(started.elapsed()));
    }

    private static StopMode mode(OsAction.PgCtl action) {
        return MODES.getOrDefault(modeWord(action), StopMode.FAST);
    }

    private static String modeWord(OsAction.PgCtl action) {
        return action.mode().orElse("fast").toLowerCase(Locale.ROOT);
    }

    /** The node with this data directory; empty for another directory in the lab, such as that of a restored server. */
    private Optional<Node> nodeAt(String shown) {
        Path directory = paths.forWriting(shown);
        return lab.nodes().stream()
                .filter(n -> n.layout().data().equals(directory))
                .findFirst();
    }
}
