package dev.pgduo.lab.os;

import dev.pgduo.cluster.node.Node;
import dev.pgduo.cluster.process.LivingShell;
import dev.pgduo.cluster.process.PseudoTerminal;
import dev.pgduo.cluster.process.ShellEnd;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The shell of one node's prompt: one for the whole lab, started at the first line that needs it, and again after a line that
 * ended it. For one thread at a time.
 */
public final class OsShell implements AutoCloseable {
    private final Node node;
    private final Supplier<Map<String, String>> settings;
    private final Supplier<Map<String, String>> environment;
    private final Supplier<Optional<PseudoTerminal>> terminal;
    private Map<String, String> initial = Map.of();
    private @Nullable LivingShell living;
    private Path directory;

    /**
     * A shell of this node.
     *
     * @param settings the variables of the node
     * @param environment all variables that the lab sets, including the settings; asked for when the shell is started
     * @param terminal makes a terminal for a person's lines, when there is a person
     */
    public OsShell(
            Node node,
            Supplier<Map<String, String>> settings,
            Supplier<Map<String, String>> environment,
            Supplier<Optional<PseudoTerminal>> terminal) {
        this.node = node;
        this.terminal = terminal;
        this.settings = settings;
        this.environment = environment;
        this.directory = node.layout().root();
    }

    /** Runs a line; see {@link LivingShell#run}. */
    public ShellEnd run(
            String line, Optional<Duration> limit, Supplier<List<String>> witness, Consumer<String> listener) {
        return ended(started().run(line, limit, witness, listener));
    }

    /** Whether lines can be run on a terminal for a person. */
    boolean hasTerminal() {
        return started().hasTerminal();
    }

    /** Runs a line on a terminal for a person; see {@link LivingShell#runOnTerminal}. */
    ShellEnd runOnTerminal(String line, UnaryOperator<String> shown, PseudoTerminal.Listener listener) {
        return ended(started().runOnTerminal(line, shown, listener));
    }

    private LivingShell started() {
        LivingShell shell = living;
        if (shell == null || !shell.alive()) {
            close();
            initial = environment.get();
            shell = LivingShell.start(
                    node.settings().runAs(), initial, node.layout().root(), terminal.get());
            living = shell;
        } else {
            renew(shell);
        }
        return shell;
    }

    /**
     * Passes changed settings of the lab to the running shell: its ports change at its first start when another program has
     * taken them. Variables that a line has changed are left alone.
     */
    private void renew(LivingShell shell) {
        Map<String, String> now = new HashMap<>(settings.get());
        now.remove("PATH");
        now.entrySet().removeIf(one -> one.getValue().equals(initial.get(one.getKey())));
        if (now.isEmpty()) {
            return;
        }
        Map<String, String> current = shell.values(List.copyOf(now.keySet()));
        Map<String, String> before = initial;
        Map<String, String> known = new HashMap<>(before);
        known.putAll(now);
        initial = known;
        now.entrySet().removeIf(one -> !Objects.equals(current.get(one.getKey()), before.get(one.getKey())));
        shell.export(now);
    }

    private ShellEnd ended(ShellEnd end) {
        directory = end.directory().orElse(node.layout().root());
        return end;
    }

    /** The background commands that have ended since the last call. */
    public List<String> endedInBackground() {
        LivingShell shell = living;
        return shell == null ? List.of() : shell.ended();
    }

    /** The directory from which relative paths start. */
    public Path directory() {
        return directory;
    }

    /** The present value of a variable. */
    public Optional<String> value(String name) {
        LivingShell shell = living;
        return shell == null || !shell.alive()
                ? Optional.ofNullable(settings.get().getOrDefault(name, System.getenv(name)))
                : Optional.ofNullable(shell.values(List.of(name)).get(name));
    }

    /** The present value of one of the lab's variables, if a line has changed it. */
    Optional<String> changed(String name) {
        return living == null ? Optional.empty() : value(name).filter(now -> !now.equals(initial.get(name)));
    }

    /** Ends the shell and all processes in it. */
    @Override
    public void close() {
        LivingShell shell = living;
        living = null;
        directory = node.layout().root();
        if (shell != null) {
            shell.close();
        }
    }
}
