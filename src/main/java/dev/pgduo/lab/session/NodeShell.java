package dev.pgduo.lab.session;

import dev.pgduo.cluster.backup.BackupOptions;
import dev.pgduo.cluster.backup.BaseBackupClient;
import dev.pgduo.cluster.files.AtomicFile;
import dev.pgduo.cluster.node.Node;
import dev.pgduo.cluster.process.Finished;
import dev.pgduo.cluster.process.OsCommand;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.NodeStatus;
import dev.pgduo.cluster.quantity.PgCtlResult;
import dev.pgduo.lab.Lab;
import dev.pgduo.lab.os.Naming;
import dev.pgduo.lab.os.OsLab;
import dev.pgduo.lab.os.OsLines;
import dev.pgduo.lab.os.OsResult;
import dev.pgduo.lab.os.OsShell;
import dev.pgduo.lab.os.OsWatch;
import dev.pgduo.lab.os.Translation;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.FailureReason;
import dev.pgduo.report.LabException;
import dev.pgduo.wire.Endpoint;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs lines of the nodes' operating-system prompts: their environment, and the lab idioms that pgduo carries out. */
final class NodeShell implements OsLab, AutoCloseable {
    /** A variable at the beginning of a path. */
    private static final Pattern VARIABLE = Pattern.compile("^\\$\\{?(\\w+)\\}?(?=/|$)");

    private final Lab lab;
    private final Supplier<Naming> naming;
    private final Supplier<PersonTerminal> terminal;
    private final Map<NodeName, OsShell> shells = new EnumMap<>(NodeName.class);
    private @Nullable String path;

    NodeShell(Lab lab, Supplier<Naming> naming, Supplier<PersonTerminal> terminal) {
        this.lab = lab;
        this.naming = naming;
        this.terminal = terminal;
    }

    /** Runs one line of a node's prompt. */
    OsResult run(NodeName name, String line, OsWatch watch) {
        try {
            linkSockets();
            return new OsLines(this).run(name, line, watch);
        } finally {
            lab.closeTrust();
        }
    }

    /** The real path for a path that is being typed, from the present directory of the node's shell. */
    Path typedPath(NodeName name, String typed) {
        OsShell shell = shell(name);
        String path = VARIABLE.matcher(typed.replaceFirst("^~(?=/|$)", "\\$HOME"))
                .replaceFirst(found ->
                        Matcher.quoteReplacement(shell.value(found.group(1)).orElse("")));
        return shell.directory().resolve(naming.get().paths().toReal(path));
    }

    /** The directories in which a node's shell looks for programs. */
    List<Path> programs(NodeName name) {
        String directories = shell(name).value("PATH").orElse("");
        return Stream.of(directories.split(File.pathSeparator, -1))
                .filter(directory -> !directory.isEmpty())
                .map(Path::of)
                .toList();
    }

    /** Makes links through which each node finds the other one's socket. */
    void linkSockets() {
        new SocketLinks(lab.nodes(), naming.get().ports()).make();
        lab.nodes().forEach(this::linkLog);
    }

    /** Makes a link in the node's home to the server's log, with the name that is shown. */
    private void linkLog(Node node) {
        Path log = node.layout().logFile();
        Path shown = Path.of(naming.get().paths().toShown(log.toString()));
        Path home = Path.of(naming.get().paths().toShown(node.layout().root().toString()));
        Path link = node.layout().root().resolve(shown.getFileName());
        if (home.equals(shown.getParent()) && !link.equals(log) && !Files.exists(link, LinkOption.NOFOLLOW_LINKS)) {
            try {
                Files.createSymbolicLink(link, log.getFileName());
            } catch (IOException e) {
                throw new LabException(
                        ErrorReport.error("could not link the log of node " + node.name() + ": " + FailureReason.of(e)),
                        e);
            }
        }
    }

    /** Ends the shells and all processes in them. */
    @Override
    public void close() {
        shells.values().forEach(OsShell::close);
        shells.clear();
    }

    @Override
    public OsShell shell(NodeName name) {
        return shells.computeIfAbsent(
                name,
                any -> new OsShell(
                        node(name),
                        () -> settings(node(name)),
                        () -> environment(node(name)),
                        () -> terminal.get().pseudoTerminal()));
    }

    @Override
    public void taken(NodeName name) {
        lab.taken(name);
    }

    @Override
    public Path directory() {
        return lab.directory();
    }

    @Override
    public Node node(NodeName name) {
        return lab.node(name);
    }

    @Override
    public Node initialised(NodeName name) {
        return lab.initialised(name);
    }

    @Override
    public void beforeStart() {
        lab.recheckPorts();
    }

    @Override
    public List<Node> nodes() {
        return lab.nodes();
    }

    @Override
    public Optional<Node> nodeAtPort(int port) {
        return nodes().stream().filter(node -> node.endpoint().port() == port).findFirst();
    }

    @Override
    public List<String> heldUp(Duration newer) {
        return nodes().stream()
                .filter(node -> node.status().status().running())
                .flatMap(node -> WaitingQuestion.clients(lab.query(node.name()), newer).stream()
                        .map(client -> "node " + node.name() + "'s " + client))
                .toList();
    }

    @Override
    public Naming naming() {
        return naming.get();
    }

    @Override
    public PgCtlResult baseBackup(Endpoint source, Node target, BackupOptions options) {
        // The program is run as the lab file has it, where that is possible.
        BaseBackupClient client = target.pgBaseBackup().orElseGet(() -> lab.backupClient(target));
        return target.baseBackup(source, options, client);
    }

    @Override
    public Set<Translation> trigger(Node node, Path file, boolean serverKnowsIt) {
        if (node.status().status() != NodeStatus.RUNNING_STANDBY) {
            AtomicFile.replace(file, "");
            return Set.of();
        }
        if (!serverKnowsIt) {
            node.promote();
            return Set.of(Translation.TRIGGER_FILE_GONE);
        }
        node.promote(file);
        return Set.of();
    }

    @Override
    public void replace(Node node, Path file, String text) {
        AtomicFile.replace(file, text);
    }

    @Override
    public Finished bash(Node node, String line, String input, Consumer<String> output) {
        return OsCommand.bash("exec 2>&1\n" + line)
                .reading(input)
                .with(environment(node))
                .in(node.layout().root())
                .as(node.settings().runAs())
                .run(output, output);
    }

    /** The socket's directory, for a session that needs no password in that way. */
    Optional<Path> door(Endpoint endpoint) {
        return new SocketDoor(lab).to(endpoint);
    }

    private static String inherited() {
        return Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin:/bin");
    }

    /** PATH with scripts for client programs that are missing or do not work with the server. */
    private synchronized String path() {
        String made = path;
        if (made == null) {
            Path programs = lab.directory().resolve("programs");
            made = new ClientShims(programs, lab.binaries(), lab.state().runAs()).around(inherited());
            path = made;
        }
        return made;
    }

    /** The environment of a node's shell. */
    Map<String, String> environment(Node node) {
        Map<String, String> variables = settings(node);
        variables.put("PATH", lab.binaries().bin() + ":" + path());
        return variables;
    }

    /** The same without the scripts in PATH, which are made only for a shell. */
    Map<String, String> settings(Node node) {
        Map<String, String> variables = new HashMap<>();
        variables.put("PGDATA", node.layout().data().toString());
        variables.put("PGPORT", Integer.toString(node.endpoint().port()));
        variables.put("PGHOST", node.layout().socketDirectory().toString());
        variables.put("PGUSER", Lab.SUPERUSER);
        variables.put("PGDATABASE", "postgres");
        variables.put("PGPASSFILE", node.layout().passwordFile().toString());
        variables.put("HOME", node.layout().root().toString());
        variables.put("PATH", lab.binaries().bin() + ":" + inherited());
        return variables;
    }
}
