package dev.pgduo.lab;

import dev.pgduo.cluster.NodeName;
import dev.pgduo.cluster.process.Finished;
import dev.pgduo.session.host.SessionHost;
import dev.pgduo.session.host.SessionOutput;
import dev.pgduo.session.scan.Quoting;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a session finds around it: the OS shell of its node, and the lab's commands. */
final class DeskHost implements SessionHost {
    private final DeskShell shell;
    private final NodeName node;
    private final BackslashCommands commands;
    private final Map<String, Optional<String>> changes = new TreeMap<>();
    private @Nullable Path directory;

    DeskHost(DeskShell shell, NodeName node, BackslashCommands commands) {
        this.shell = shell;
        this.node = node;
        this.commands = commands;
    }

    @Override
    public int shell(String command, SessionOutput output) {
        Finished finished = run(command, line -> output.out(line + "\n"));
        return finished.exitCode();
    }

    @Override
    public String backquote(String command) {
        List<String> lines = new ArrayList<>();
        run(command, line -> {
            synchronized (lines) {
                lines.add(line);
            }
        });
        return String.join("\n", lines);
    }

    @Override
    public OutputStream pipe(String command, SessionOutput output) {
        return new ByteArrayOutputStream() {
            @Override
            public void close() {
                String here = "cat <<'PGDUO_END_OF_INPUT' | (" + command + ")\n" + toString(StandardCharsets.UTF_8)
                        + "PGDUO_END_OF_INPUT";
                DeskHost.this.run(here, line -> output.out(line + "\n"));
            }
        };
    }

    @Override
    public InputStream reader(String command) {
        return new ByteArrayInputStream((backquote(command) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** A pane has no second input; what a person types next belongs to the shell. */
    @Override
    public @Nullable String ask(String prompt, boolean secret) {
        return null;
    }

    @Override
    public InputStream input() {
        return InputStream.nullInputStream();
    }

    @Override
    public void environment(String name, @Nullable String value) {
        changes.put(name, Optional.ofNullable(value));
    }

    @Override
    public void directory(Path next) {
        directory = next;
    }

    /** A line in the shell, as it is after {@code \cd} and {@code \setenv}. */
    private Finished run(String command, Consumer<String> listener) {
        StringBuilder line = new StringBuilder();
        changes.forEach(
                (name, value) -> line.append(value.map(v -> "export " + name + "=" + Quoting.shellWord(v) + "; ")
                        .orElse("unset " + name + "; ")));
        if (directory != null) {
            line.append("cd ").append(Quoting.shellWord(directory.toString())).append(" && ");
        }
        return shell.bash(shell.node(node), line + command, listener);
    }

    @Override
    public Answer command(String name, String arguments, SessionOutput output) {
        return commands.run(name, arguments, output);
    }

    @Override
    public int terminalWidth() {
        return 0;
    }

    @Override
    public boolean interactive() {
        return false;
    }

    @Override
    public Path currentDirectory() {
        return directory == null ? shell.node(node).layout().root() : directory;
    }

    @Override
    public Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(shell.environment(shell.node(node)));
        changes.forEach((name, value) -> {
            environment.remove(name);
            value.ifPresent(v -> environment.put(name, v));
        });
        return environment;
    }
}
