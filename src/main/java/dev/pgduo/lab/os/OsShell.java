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
 * The shell behind one node's prompt: one for the whole lab, which is started when a line first needs it, and anew after one that
 * left it. For one thread at a time.
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
     * @param settings the variables that make it the node's
     * @param environment those and all others that the lab sets; asked for when the shell is started
     * @param terminal a new one that lines of a person are run on, if a person is there
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

    /** Whether lines can be run on a person's terminal. */
    boolean hasTerminal() {
        return started().hasTerminal();
    }

    /** Runs a line on a person's terminal; see {@link LivingShell#runOnTerminal}. */
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

    /** The lab takes other ports at its first start where somebody else has taken its own meanwhile. What a line has set stays. */
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

    /** What was left in the background and has ended since this was asked last. */
    public List<String> endedInBackground() {
        LivingShell shell = living;
        return shell == null ? List.of() : shell.ended();
    }

    /** Where relative paths start from. */
    public Path directory() {
        return directory;
    }

    /** What a variable is now. */
    public Optional<String> value(String name) {
        LivingShell shell = living;
        return shell == null || !shell.alive()
                ? Optional.ofNullable(settings.get().getOrDefault(name, System.getenv(name)))
                : Optional.ofNullable(shell.values(List.of(name)).get(name));
    }

    /** What a variable of the lab is now, when a line has changed it. */
    Optional<String> changed(String name) {
        return living == null ? Optional.empty() : value(name).filter(now -> !now.equals(initial.get(name)));
    }

    /** Ends it with all that runs in it. */
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
