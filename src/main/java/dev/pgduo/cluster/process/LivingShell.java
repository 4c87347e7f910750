package dev.pgduo.cluster.process;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.io.Writer;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * A bash process that runs line after line, as at a prompt, through pipes: changes by one line (directory, variables,
 * functions, background processes) are seen by the next one. Its messages are an interactive shell's. Programs read an empty
 * input and print to one pipe, or they use a terminal, with job control. For one thread at a time.
 *
 * <p>It leads a session of its own, which ends with it: {@link #close}.
 */
public final class LivingShell implements AutoCloseable {
    private static final SecureRandom RANDOM = new SecureRandom();

    /**
     * {@code __pgduo_end MARK NAME…} reports the end of the line and the values of variables; the exit status is kept for
     * {@code $?} of the next line.
     */
    private static final String START = """
            unset MAILCHECK PROMPT_COMMAND; set +o history +H; export -n PS1 PS2; PS1= PS2=
            __pgduo_end() { local s=$? m=$1 n v=(); shift; for n; do v+=("${!n+=}${!n-}"); done; PS1=; \
            printf '\\036%s\\036' "$m" >&200; printf '%s\\0' "$s" "$PWD" ${v[@]+"${v[@]}"} >&200; return $s; }
            __pgduo_prompt() { local s=$?; (:); PS1=$1; return $s; }
            exit() { builtin exit ${1-$?} 2>/dev/null; }
            """;

    /** A session leader gets the first terminal that it opens as its controlling terminal. */
    private static final List<String> ON_TERMINAL = List.of("sh", "-c", "exec 2<>\"$0\"; exec \"$@\"");

    /** How long an interrupted line may take to end before it is killed. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Pattern NO_TERMINAL = Pattern.compile("bash: \\[\\d+: \\d+ \\(\\d+\\)\\] tcsetattr: .*");

    private static final long LOOK_MILLIS = 20;

    private final Process process;
    private final ShellProcesses processes;
    private final Writer input;
    private final MarkedOutput output;
    private MarkedOutput awaited;
    private Map<OsProcess, String> background = Map.of();
    private final Optional<PseudoTerminal> terminal;
    private final Optional<MarkedOutput> screen;
    private final List<String> late = Collections.synchronizedList(new ArrayList<>());

    private LivingShell(Process process, Optional<PseudoTerminal> terminal) {
        this.process = process;
        this.terminal = terminal;
        this.screen = terminal.map(device -> new MarkedOutput(device.output(), device::late));
        this.processes = new ShellProcesses(new OsProcess(process.pid()));
        this.input = process.outputWriter(StandardCharsets.UTF_8);
        this.output = new MarkedOutput(process.getInputStream());
        this.awaited = output;
    }

    /**
     * Starts a shell.
     *
     * @param environment variables that are added to this process's own
     * @param wanted the terminal, which the shell closes at its end; without one where the system provides none
     * @throws LabException when there is no bash
     */
    public static LivingShell start(
            RunAs rights, Map<String, String> environment, Path directory, Optional<PseudoTerminal> wanted) {
        Optional<Path> setsid = Programs.find("setsid");
        Optional<PseudoTerminal> terminal = setsid.isPresent() ? wanted : Optional.empty();
        List<String> words = new ArrayList<>();
        setsid.ifPresent(program -> words.add(program.toString()));
        terminal.map(PseudoTerminal::device).ifPresent(device -> {
            rights.own(device);
            words.addAll(ON_TERMINAL);
            words.add(device.toString());
        });
        words.addAll(rights.prefix());
        words.addAll(IgnoredInterrupt.undo());
        words.addAll(List.of("bash", "--noprofile", "--norc", "--noediting", "-i"));
        ProcessBuilder builder = new ProcessBuilder(words).directory(directory.toFile());
        builder.redirectErrorStream(true);
        builder.environment().keySet().removeAll(Set.of("BASH_ENV", "ENV", "PROMPT_COMMAND", "LINES", "COLUMNS"));
        builder.environment().putAll(environment);
        builder.environment().putAll(Map.of("PS1", "", "PS2", ""));
        try {
            LivingShell started = new LivingShell(builder.start(), terminal);
            started.begin();
            return started;
        } catch (IOException e) {
            throw new LabException(
                    ErrorReport.error("could not run \"bash\"").detail(String.valueOf(e.getMessage())), e);
        }
    }

    /** Sets the shell up; its messages without a terminal are discarded. */
    private void begin() throws IOException {
        input.write("exec 200>&1" + (terminal.isPresent() ? "\n" : " 2>&1\n") + START);
        values(List.of());
        late.clear();
    }

    /** A listener without the messages of an interactive shell about a missing terminal. */
    private static Consumer<String> sensible(Consumer<String> listener) {
        return line -> {
            if (!NO_TERMINAL.matcher(line).matches()) {
                listener.accept(line);
            }
        };
    }

    /** The background commands that have ended since the last call. */
    public List<String> ended() {
        Map<OsProcess, String> before = background;
        background = processes.titles();
        return before.entrySet().stream()
                .filter(one -> !background.containsKey(one.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Whether the shell still runs. */
    public boolean alive() {
        return process.isAlive();
    }

    /**
     * Runs a line, which may consist of several rows of text, and passes its output and that of background processes on, on
     * another thread. An interrupt of this thread ends the line.
     *
     * @param limit the time after which it is ended; empty for no limit
     * @param witness asked, before a line is ended, for further causes of its wait
     * @throws LabException when this thread is interrupted
     */
    public ShellEnd run(
            String line, Optional<Duration> limit, Supplier<List<String>> witness, Consumer<String> listener) {
        Set<OsProcess> others = processes.background();
        String mark = mark();
        Consumer<String> told = sensible(listener);
        List.copyOf(late).forEach(told);
        late.clear();
        output.expect(mark, 2, told);
        String pipe = terminal.isPresent() ? "' </dev/null 2>&1 200>&-\n" : "' </dev/null 200>&-\n";
        boolean sent = send("eval '" + line.replace("'", "'\\''") + pipe + end(mark, List.of()));
        try {
            if (sent && !ends(limit)) {
                return stopped(others, witness);
            }
            return ended(List.of());
        } catch (InterruptedException e) {
            stop(others);
            Thread.currentThread().interrupt();
            throw canceled(e);
        }
    }

    /** Whether it has a terminal. */
    public boolean hasTerminal() {
        return terminal.isPresent();
    }

    /**
     * Runs a line on its terminal, which is connected with the person's meanwhile; see {@link PseudoTerminal#lend}.
     *
     * @throws LabException when this thread is interrupted
     */
    public ShellEnd runOnTerminal(String line, UnaryOperator<String> shown, PseudoTerminal.Listener listener) {
        Set<OsProcess> others = processes.background();
        MarkedOutput seen = screen.orElseThrow();
        String prompt = mark();
        try {
            try (PseudoTerminal.Lent person = terminal.orElseThrow().lend(shown, listener)) {
                awaited = seen;
                seen.expect(prompt, 0, person.screen());
                if (send(onTerminal(line, prompt))) {
                    ends(Optional.empty());
                }
                if (!process.isAlive()) {
                    seen.drain();
                }
            } finally {
                awaited = output;
            }
            String mark = mark();
            output.expect(mark, 2, late::add);
            if (send(end(mark, List.of()))) {
                ends(Optional.empty());
            }
            return ended(List.of());
        } catch (InterruptedException e) {
            stop(others);
            Thread.currentThread().interrupt();
            throw canceled(e);
        }
    }

    /**
     * The line for a terminal. The shell prints its prompt when the line has ended, in whatever way; the prompt serves as the
     * mark.
     */
    private static String onTerminal(String line, String prompt) {
        String set = "{ __pgduo_prompt '\\036" + prompt + "\\036'; } 2>/dev/null";
        return set + "; eval '" + line.replace("'", "'\\''") + "' <&2 >&2 200>&-; " + set + "\n";
    }

    private static LabException canceled(InterruptedException cause) {
        return new LabException(ErrorReport.error("canceling the line due to user request"), cause);
    }

    /** The present values of these variables; those that are not set are missing. */
    public Map<String, String> values(List<String> names) {
        String mark = mark();
        output.expect(mark, 2 + names.size(), late::add);
        send(end(mark, names));
        Map<String, String> values = new HashMap<>();
        try {
            if (ends(Optional.of(PATIENCE.multipliedBy(5)))) {
                List<String> fields = output.await(1).orElse(List.of());
                for (int i = 2; i < fields.size(); i++) {
                    if (!fields.get(i).isEmpty()) {
                        values.put(names.get(i - 2), fields.get(i).substring(1));
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return values;
    }

    /** Ends the shell with all its background processes, except database servers. */
    @Override
    public void close() {
        processes.end(PATIENCE.dividedBy(4));
        process.destroyForcibly();
        terminal.ifPresent(PseudoTerminal::close);
    }

    private static String mark() {
        return "pgduo-" + new BigInteger(128, RANDOM).toString(Character.MAX_RADIX);
    }

    /** The command that prints the mark; its traces and messages are discarded. */
    private static String end(String mark, List<String> names) {
        return "{ __pgduo_end " + mark + " " + String.join(" ", names) + "; } 2>/dev/null\n";
    }

    /** Sets and exports variables for later lines. */
    public void export(Map<String, String> variables) {
        variables.forEach(
                (name, value) -> send("{ export " + name + "='" + value.replace("'", "'\\''") + "'; } 2>/dev/null\n"));
    }

    private boolean send(String text) {
        try {
            input.write(text);
            input.flush();
            return true;
        } catch (IOException e) {
            // The shell has ended, which is noticed when its answer is awaited.
            return false;
        }
    }

    /** Whether the line, or the shell, ends in time. */
    private boolean ends(Optional<Duration> limit) throws InterruptedException {
        long start = System.nanoTime();
        while (awaited.await(LOOK_MILLIS).isEmpty() && process.isAlive()) {
            if (limit.isPresent() && System.nanoTime() - start > limit.get().toNanos()) {
                return false;
            }
        }
        return true;
    }

    private ShellEnd ended(List<String> running) throws InterruptedException {
        Optional<List<String>> fields = output.await(1);
        if (fields.isPresent()) {
            return new ShellEnd(
                    Integer.parseInt(fields.get().get(0)),
                    Optional.of(Path.of(fields.get().get(1))),
                    running);
        }
        int code = process.waitFor();
        output.drain();
        return new ShellEnd(code, Optional.empty(), running);
    }

    private ShellEnd stopped(Set<OsProcess> others, Supplier<List<String>> witness) throws InterruptedException {
        List<String> running = new ArrayList<>(processes.awaited(others));
        running.addAll(witness.get());
        stop(others);
        return ended(running);
    }

    /**
     * Interrupts the line as Ctrl-C does; programs that do not end are killed, and the shell itself as a last resort. A shell
     * abandons its line when it is interrupted before the program for which it waits has died, so parents come first. A program
     * that was just being started may have missed the signal, and gets it again.
     */
    private void stop(Set<OsProcess> others) {
        List<OsProcess> all = new ArrayList<>(List.of(processes.leader()));
        all.addAll(processes.besides(others));
        OsProcess.signal(Signal.INT, all);
        if (!back(PATIENCE.dividedBy(4))) {
            OsProcess.signal(Signal.INT, processes.besides(others));
        }
        if (!back(PATIENCE)) {
            OsProcess.signal(Signal.KILL, processes.besides(others));
            if (!back(PATIENCE)) {
                OsProcess.signal(Signal.KILL, processes.besides(others));
                process.destroyForcibly();
            }
        }
    }

    /** Waits until the shell accepts lines again, also when this thread is interrupted; returns whether it does. */
    private boolean back(Duration patience) {
        boolean interrupted = Thread.interrupted();
        try {
            return ends(Optional.of(patience));
        } catch (InterruptedException e) {
            interrupted = true;
            return false;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
