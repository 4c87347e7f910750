package dev.pgduo.lab;

import dev.pgduo.cluster.NodeName;
import dev.pgduo.cluster.process.Finished;
import dev.pgduo.session.host.SessionHost;
import dev.pgduo.session.host.SessionOutput;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a session finds around it: the OS shell of its node, and the lab's commands. */
final class DeskHost implements SessionHost {
    private final DeskShell shell;
    private final NodeName node;
    private final BackslashCommands commands;

    DeskHost(DeskShell shell, NodeName node, BackslashCommands commands) {
        this.shell = shell;
        this.node = node;
        this.commands = commands;
    }

    @Override
    public int shell(String command, SessionOutput output) {
        Finished finished = shell.bash(shell.node(node), command, line -> output.out(line + "\n"));
        return finished.exitCode();
    }

    @Override
    public String backquote(String command) {
        List<String> lines = new ArrayList<>();
        shell.bash(shell.node(node), command, line -> {
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
                shell.bash(shell.node(node), here, line -> output.out(line + "\n"));
            }
        };
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
        return shell.node(node).layout().root();
    }

    @Override
    public Map<String, String> environment() {
        return shell.environment(shell.node(node));
    }
}
