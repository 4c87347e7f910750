package dev.pgduo.shell.terminal;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A real terminal of 80 columns and 24 lines with a program in it: keys go in, the screen comes out. */
final class Tmux implements AutoCloseable {
    /** Only for what never happens: on a busy machine, a million rows have taken more than a minute. */
    private static final Duration DEADLINE = Duration.ofMinutes(4);

    private final Path socket;

    private Tmux(Path socket) {
        this.socket = socket;
    }

    static Tmux start(Path home, String terminal, List<String> program) throws IOException, InterruptedException {
        Tmux tmux = new Tmux(home.resolve("tmux-" + System.nanoTime()));
        List<String> words =
                new ArrayList<>(List.of("new-session", "-d", "-x", "80", "-y", "24", "env", "TERM=" + terminal));
        words.addAll(program);
        tmux.run(words);
        return tmux;
    }

    /** Types text; nothing in it is taken for the name of a key. */
    Tmux type(String text) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("send-keys", "-H"));
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            words.add(HexFormat.of().toHexDigits(b));
        }
        run(words);
        return this;
    }

    /** Types a line. */
    Tmux enter(String line) throws IOException, InterruptedException {
        return type(line + "\r");
    }

    /** Presses a key by tmux's name for it: {@code C-c}, {@code M-1}. */
    Tmux key(String name) throws IOException, InterruptedException {
        run(List.of("send-keys", name));
        return this;
    }

    void resize(int columns, int lines) throws IOException, InterruptedException {
        run(List.of("resize-window", "-x", Integer.toString(columns), "-y", Integer.toString(lines)));
    }

    /** The lines with something on them, trailing blanks cut; without the status bar. */
    List<String> screen() throws IOException, InterruptedException {
        List<String> lines = lines();
        boolean bar = !barOf(lines).isEmpty();
        return lines.subList(0, bar ? lines.size() - 2 : lines.size()).stream()
                .filter(line -> !line.isBlank())
                .toList();
    }

    /** The two lines of the status bar, or none. */
    List<String> bar() throws IOException, InterruptedException {
        return barOf(lines());
    }

    /** Waits until the bar is as it should be; the answer is the bar. */
    List<String> awaitBar(Predicate<String> condition) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        while (!condition.test(String.join("\n", bar()))) {
            if (System.nanoTime() > deadline) {
                fail("the bar is not as it should be:\n" + String.join("\n", lines()));
            }
        }
        return bar();
    }

    /** The whole screen with its colours, as escape sequences. */
    String coloured() throws IOException, InterruptedException {
        return run(List.of("capture-pane", "-p", "-e"));
    }

    private List<String> lines() throws IOException, InterruptedException {
        return run(List.of("capture-pane", "-p")).lines().toList();
    }

    private static List<String> barOf(List<String> lines) {
        int rows = lines.size();
        return rows > 2 && lines.get(rows - 2).matches(" a( primary| standby| node)? .*:\\d+ .*")
                ? lines.subList(rows - 2, rows)
                : List.of();
    }

    /** Waits until the screen is as it should be; the answer is the screen. */
    List<String> await(String what, Predicate<List<String>> condition) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        List<String> screen = screen();
        while (!condition.test(screen)) {
            if (System.nanoTime() > deadline) {
                fail("the terminal never showed " + what + ", but:\n" + String.join("\n", screen));
            }
            screen = screen();
        }
        return screen;
    }

    /** Waits until all these texts are shown, wherever their lines break: that depends on paths. */
    List<String> awaitTexts(String... texts) throws IOException, InterruptedException {
        return await(
                String.join(" and ", texts),
                screen -> Stream.of(texts)
                        .allMatch(text -> unbroken(String.join("", screen)).contains(unbroken(text))));
    }

    /** Without blanks, as one at a break is not seen. */
    private static String unbroken(String text) {
        return text.replaceAll("\\s", "");
    }

    /** Waits until the screen ends with these lines, blank ones left out. */
    List<String> awaitEnd(String... lines) throws IOException, InterruptedException {
        List<String> end = List.of(lines);
        return await(
                "at its end " + end,
                screen -> screen.size() >= end.size()
                        && screen.subList(screen.size() - end.size(), screen.size())
                                .equals(end));
    }

    /** Presses a key again and again, until the screen is as it should be. */
    void pressUntil(String name, Predicate<List<String>> condition) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        while (!condition.test(screen())) {
            if (System.nanoTime() > deadline) {
                fail("the key " + name + " never led to it:\n" + String.join("\n", screen()));
            }
            key(name);
        }
    }

    /** Waits until the program has ended. */
    void awaitExit() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        while (Program.run(words(List.of("has-session")), "").code() == 0) {
            if (System.nanoTime() > deadline) {
                fail("the program did not end; the terminal shows:\n" + String.join("\n", screen()));
            }
        }
    }

    /**
     * Waits until a program has the terminal that it was started on: a key that comes sooner goes to the shell that is still
     * starting it.
     */
    void awaitForeground(String commandLine) throws IOException, InterruptedException {
        ProcessHandle program = ProcessHandle.of(pid()).orElseThrow();
        await(
                "in its foreground " + commandLine,
                screen -> program.descendants().anyMatch(process -> foreground(process.pid(), commandLine)));
    }

    private static boolean foreground(long pid, String commandLine) {
        try {
            String words =
                    Files.readString(Path.of("/proc/" + pid + "/cmdline")).replace('\0', ' ');
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            // Behind the name: state, parent, group, session, terminal, the terminal's group.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return words.strip().equals(commandLine) && fields[2].equals(fields[5]);
        } catch (IOException e) {
            return false;
        }
    }

    private long pid() throws IOException, InterruptedException {
        return Long.parseLong(run(List.of("list-panes", "-F", "#{pane_pid}")).strip());
    }

    /** Ends the program on the terminal by SIGKILL, as the end of memory does. */
    void kill() throws IOException, InterruptedException {
        ProcessHandle.of(pid()).orElseThrow().destroyForcibly();
        awaitExit();
    }

    /** Ends the Java program on the terminal by SIGTERM, as a shutdown of the machine does. */
    void terminate() throws IOException, InterruptedException {
        ProcessHandle pane = ProcessHandle.of(pid()).orElseThrow();
        Stream.concat(Stream.of(pane), pane.descendants())
                .filter(process -> process.info().command().orElse("").endsWith("/java"))
                .forEach(ProcessHandle::destroy);
    }

    private String run(List<String> command) throws IOException, InterruptedException {
        Program.Finished finished = Program.run(words(command), "");
        if (finished.code() != 0) {
            throw new IllegalStateException("tmux " + command + ": " + finished.text());
        }
        return finished.text();
    }

    private List<String> words(List<String> command) {
        List<String> words = new ArrayList<>(List.of("tmux", "-f", "/dev/null", "-S", socket.toString()));
        words.addAll(command);
        return words;
    }

    @Override
    public void close() throws IOException {
        try {
            Program.run(words(List.of("kill-server")), "");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
