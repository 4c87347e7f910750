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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * A bash that lives on from line to line, as at a prompt, fed and read through pipes: what one line changes (directory, variables,
 * functions, background processes) the next one finds. Its messages are an interactive shell's; what it runs reads an empty input,
 * and prints to one pipe. For one thread at a time.
 *
 * <p>It leads a session of its own, which ends with it: {@link #close}.
 */
public final class LivingShell implements AutoCloseable {
    private static final SecureRandom RANDOM = new SecureRandom();

    /** {@code __pgduo_end MARK NAME…} tells that the line has ended, and variables; the status stays for the next line's {@code $?}. */
    private static final String START = """
            exec 200>&1 2>&1; unset MAILCHECK PROMPT_COMMAND; set +o history +H; export -n PS1 PS2; PS1= PS2=
            __pgduo_end() { local s=$? m=$1 n v=(); shift; for n; do v+=("${!n+=}${!n-}"); done; \
            printf '%s\\0' "$m" "$s" "$PWD" ${v[@]+"${v[@]}"} >&200; return $s; }
            exit() { builtin exit ${1-$?} 2>/dev/null; }
            """;

    /** How long an interrupted line may take to end, before it is killed. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Pattern NO_TERMINAL = Pattern.compile("bash: \\[\\d+: \\d+ \\(\\d+\\)\\] tcsetattr: .*");

    private static final long LOOK_MILLIS = 20;

    private final Process process;
    private final OsProcess leader;
    private final Writer input;
    private final MarkedOutput output;
    private final List<String> late = Collections.synchronizedList(new ArrayList<>());

    private LivingShell(Process process) {
        this.process = process;
        this.leader = new OsProcess(process.pid());
        this.input = process.outputWriter(StandardCharsets.UTF_8);
        this.output = new MarkedOutput(process.getInputStream());
    }

    /**
     * Starts one.
     *
     * @param environment variables that are added to this process's own
     * @throws LabException when there is no bash
     */
    public static LivingShell start(RunAs rights, Map<String, String> environment, Path directory) {
        List<String> words = new ArrayList<>();
        Programs.find("setsid").ifPresent(setsid -> words.add(setsid.toString()));
        words.addAll(rights.prefix());
        words.addAll(List.of("bash", "--noprofile", "--norc", "--noediting", "-i"));
        ProcessBuilder builder =
                new ProcessBuilder(words).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeAll(Set.of("BASH_ENV", "ENV", "PROMPT_COMMAND"));
        builder.environment().putAll(environment);
        builder.environment().putAll(Map.of("PS1", "", "PS2", ""));
        try {
            LivingShell started = new LivingShell(builder.start());
            started.begin();
            return started;
        } catch (IOException e) {
            throw new LabException(
                    ErrorReport.error("could not run \"bash\"").detail(String.valueOf(e.getMessage())), e);
        }
    }

    /** What it says without a terminal is for nobody. */
    private void begin() throws IOException {
        input.write(START);
        values(List.of());
        late.clear();
    }

    /** Without what an interactive shell complains of because it has no terminal. */
    private static Consumer<String> sensible(Consumer<String> listener) {
        return line -> {
            if (!NO_TERMINAL.matcher(line).matches()) {
                listener.accept(line);
            }
        };
    }

    /** Whether it takes more lines. */
    public boolean alive() {
        return process.isAlive();
    }

    /**
     * Runs a line, which may have several rows, and tells what it and what still runs in the background print, as it comes, on
     * another thread. An interrupt of this thread ends the line.
     *
     * @param limit how long it may take before it is ended; empty for ever
     * @throws LabException when this thread is interrupted
     */
    public ShellEnd run(String line, Optional<Duration> limit, Consumer<String> listener) {
        Set<OsProcess> background = new HashSet<>(leader.children());
        String mark = mark();
        Consumer<String> told = sensible(listener);
        List.copyOf(late).forEach(told);
        late.clear();
        output.expect(mark, 2, told);
        boolean sent = send("eval '" + line.replace("'", "'\\''") + "' </dev/null 200>&-\n" + end(mark, List.of()));
        try {
            if (sent && !ends(limit)) {
                return stopped(background);
            }
            return ended(List.of());
        } catch (InterruptedException e) {
            stop(background);
            Thread.currentThread().interrupt();
            throw new LabException(ErrorReport.error("canceling the line due to user request"), e);
        }
    }

    /** What these variables are now; those that are not set are missing. */
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

    /** Ends it with all that it left in the background; a database server goes on. */
    @Override
    public void close() {
        endOwn(Signal.HUP);
        endOwn(Signal.KILL);
        process.destroyForcibly();
    }

    private void endOwn(Signal signal) {
        OsProcess.signal(signal, own());
        long deadline = System.nanoTime() + PATIENCE.toNanos() / 4;
        while (!own().isEmpty() && System.nanoTime() < deadline && pause()) {
            OsProcess.signal(Signal.CONT, own());
        }
    }

    private List<OsProcess> own() {
        return leader.session().stream()
                .filter(other -> !other.title().matches("(\\S*/)?postgres(:|\\s|$).*"))
                .toList();
    }

    private static boolean pause() {
        try {
            Thread.sleep(LOOK_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String mark() {
        return "pgduo-" + new BigInteger(128, RANDOM).toString(Character.MAX_RADIX);
    }

    /** Whatever the shell traces or says of this is for nobody. */
    private static String end(String mark, List<String> names) {
        return "{ __pgduo_end " + mark + " " + String.join(" ", names) + "; } 2>/dev/null\n";
    }

    private boolean send(String text) {
        try {
            input.write(text);
            input.flush();
            return true;
        } catch (IOException e) {
            // It has ended, which is seen where its answer is awaited.
            return false;
        }
    }

    /** Whether the line, or the shell with it, ends in time. */
    private boolean ends(Optional<Duration> limit) throws InterruptedException {
        long start = System.nanoTime();
        while (output.await(LOOK_MILLIS).isEmpty() && process.isAlive()) {
            if (limit.isPresent() && System.nanoTime() - start > limit.get().toNanos()) {
                return false;
            }
        }
        return true;
    }

    private ShellEnd ended(List<String> awaited) throws InterruptedException {
        Optional<List<String>> fields = output.await(1);
        if (fields.isPresent()) {
            return new ShellEnd(
                    Integer.parseInt(fields.get().get(0)),
                    Optional.of(Path.of(fields.get().get(1))),
                    awaited);
        }
        int code = process.waitFor();
        output.drain();
        return new ShellEnd(code, Optional.empty(), awaited);
    }

    private ShellEnd stopped(Set<OsProcess> background) throws InterruptedException {
        List<String> awaited = foreground(background).stream()
                .filter(running -> running.children().isEmpty())
                .map(running -> "\"" + running.title() + "\" (process " + running.pid() + ")")
                .toList();
        stop(background);
        return ended(awaited.isEmpty() ? List.of("the shell itself") : awaited);
    }

    private List<OsProcess> foreground(Set<OsProcess> background) {
        List<OsProcess> all = new ArrayList<>();
        leader.children().stream().filter(child -> !background.contains(child)).forEach(child -> {
            all.add(child);
            all.addAll(child.descendants());
        });
        return all;
    }

    /**
     * As Ctrl-C does it; what does not listen is killed, and the shell itself when nothing else helps. A shell gives up its line when
     * it was interrupted before the program that it waits for has died of it, so that parents come first.
     */
    private void stop(Set<OsProcess> background) {
        List<OsProcess> all = new ArrayList<>(List.of(leader));
        all.addAll(foreground(background));
        OsProcess.signal(Signal.INT, all);
        if (!back()) {
            OsProcess.signal(Signal.KILL, foreground(background));
            if (!back()) {
                OsProcess.signal(Signal.KILL, foreground(background));
                process.destroyForcibly();
            }
        }
    }

    /** Whether the shell takes lines again, interrupt or not. */
    private boolean back() {
        boolean interrupted = Thread.interrupted();
        try {
            return ends(Optional.of(PATIENCE));
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
