package dev.pgduo.lab.session;

import dev.pgduo.cluster.process.FilesAs;
import dev.pgduo.cluster.process.Finished;
import dev.pgduo.cluster.process.RunAs;
import dev.pgduo.cluster.process.ShellLine;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.scan.Quoting;
import dev.pgduo.session.host.SessionHost;
import dev.pgduo.session.host.SessionOutput;
import dev.pgduo.wire.Endpoint;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The environment of a session: the OS shell of its node, and the lab's commands. */
final class PaneHost implements SessionHost {
    /** Environment variables with preferences of the person. */
    private static final List<String> PERSONAL =
            List.of("PSQL_EDITOR", "EDITOR", "VISUAL", "PSQL_EDITOR_LINENUMBER_ARG", "PSQL_PAGER", "PAGER");

    private final NodeShell shell;
    private final NodeName node;
    private final BackslashCommands commands;
    private final int number;
    private final Map<String, Optional<String>> changes = new TreeMap<>();
    private @Nullable Path directory;

    /** @param number the session's number */
    PaneHost(NodeShell shell, NodeName node, BackslashCommands commands, int number) {
        this.shell = shell;
        this.node = node;
        this.commands = commands;
        this.number = number;
    }

    @Override
    public int shell(String command, SessionOutput output) {
        Finished finished = run(command, line -> output.out(line + "\n"));
        return finished.exitCode();
    }

    @Override
    public boolean renames() {
        return shell.naming().renames();
    }

    @Override
    public String shown(String column, String value) {
        return shell.naming().toShownCell(column, value);
    }

    @Override
    public Printed backquote(String command) {
        List<String> lines = new ArrayList<>();
        Finished finished = run(command, line -> {
            synchronized (lines) {
                lines.add(line);
            }
        });
        return new Printed(String.join("\n", lines), finished.exitCode());
    }

    @Override
    public OutputStream pipe(String command, SessionOutput output) throws IOException {
        return new BufferedOutputStream(line(command, output).input(), 1 << 16);
    }

    @Override
    public InputStream reader(String command, SessionOutput output) throws IOException {
        return line(command, output).output();
    }

    /** A line that the session reads data from or writes them to; other output of the line is the session's output. */
    private ShellLine line(String command, SessionOutput output) {
        return ShellLine.heard(rights(), command, currentDirectory(), everything(), line -> output.out(line + "\n"));
    }

    /** The environment of pgduo's process, with the session's variables on top. */
    private Map<String, String> everything() {
        Map<String, String> variables = new HashMap<>(System.getenv());
        variables.putAll(environment());
        if (!changes.containsKey("PATH")) {
            variables.putAll(shell.environment(shell.node(node)));
        }
        changes.forEach((name, value) -> {
            if (value.isEmpty()) {
                variables.remove(name);
            } else {
                variables.put(name, value.get());
            }
        });
        return variables;
    }

    @Override
    public int terminalWidth() {
        return commands.terminal().columns(number);
    }

    @Override
    public int terminalRows() {
        return commands.terminal().rows();
    }

    @Override
    public int onTerminal(String command, SessionOutput output) throws IOException {
        OptionalInt code = commands.terminal().run(shown(command));
        return code.isPresent() ? code.getAsInt() : shell(command, output);
    }

    @Override
    public OutputStream pager(@Nullable String command, SessionOutput output) throws IOException {
        return commands.terminal()
                .pager(Optional.ofNullable(command).map(this::shown))
                .orElseThrow(() -> new IOException("there is no terminal"));
    }

    /** A line that uses the terminal. */
    private ShellLine shown(String command) {
        return ShellLine.foreground(rights(), command, currentDirectory(), everything());
    }

    /**
     * Reads a file with the rights of the lab's servers, so that a lab has no access to the files of the person who plays it.
     */
    @Override
    public InputStream read(Path file) throws IOException {
        return files().read(file);
    }

    @Override
    public OutputStream write(Path file) throws IOException {
        return files().write(file);
    }

    @Override
    public void own(Path file) {
        rights().own(file);
    }

    private FilesAs files() {
        return new FilesAs(rights());
    }

    private RunAs rights() {
        return shell.node(node).settings().runAs();
    }

    @Override
    public @Nullable String ask(String prompt, boolean secret) throws IOException {
        return commands.ask(prompt, secret);
    }

    @Override
    public void environment(String name, @Nullable String value) {
        changes.put(name, Optional.ofNullable(value));
    }

    @Override
    public void directory(Path next) {
        directory = next;
    }

    /** Runs a line in a shell, with the effects of {@code \cd} and {@code \setenv}. */
    private Finished run(String command, Consumer<String> listener) {
        StringBuilder line = new StringBuilder();
        changes.forEach(
                (name, value) -> line.append(value.map(v -> "export " + name + "=" + Quoting.shellWord(v) + "; ")
                        .orElse("unset " + name + "; ")));
        if (directory != null) {
            line.append("cd ").append(Quoting.shellWord(directory.toString())).append(" && ");
        }
        return shell.bash(shell.node(node), line + command, "", listener);
    }

    @Override
    public Answer command(String name, String arguments, SessionOutput output) {
        return commands.run(name, arguments, output);
    }

    @Override
    public Optional<Path> door(Endpoint endpoint) {
        return shell.door(endpoint);
    }

    @Override
    public Path currentDirectory() {
        return directory == null ? shell.node(node).layout().root() : directory;
    }

    @Override
    public Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(shell.settings(shell.node(node)));
        PERSONAL.forEach(
                name -> Optional.ofNullable(System.getenv(name)).ifPresent(value -> environment.put(name, value)));
        changes.forEach((name, value) -> {
            environment.remove(name);
            value.ifPresent(v -> environment.put(name, v));
        });
        return environment;
    }
}
