package dev.pgduo.shell.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A pgduo that SIGTERM ends leaves its terminal to the shell as it was: without a bar, and without a word of Java. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TerminationIT {
    /** A shell that goes on when pgduo has ended. */
    private static final List<String> SHELL =
            List.of("sh", "-c", "\"$@\"; code=$?; echo; echo \"ended $code\"; exec cat", "sh");

    @TempDir
    static Path home = Path.of("");

    @BeforeAll
    void create() throws Exception {
        assertThat(run("new")).isZero();
    }

    @AfterAll
    void destroy() throws Exception {
        assertThat(run("destroy --yes")).isZero();
    }

    private static int run(String line) throws Exception {
        return Program.run(Program.pgduo(home, false, "-c", line), "").code();
    }

    private static Tmux started(String... arguments) throws Exception {
        List<String> words = new ArrayList<>(SHELL);
        words.addAll(Program.pgduo(home, true, arguments));
        return Tmux.start(home, "xterm-256color", words);
    }

    private static Tmux open() throws Exception {
        Tmux terminal = started("--no-suggestions");
        terminal.awaitBar(bar -> bar.contains("stopped"));
        return terminal;
    }

    private static void assertIsLeft(Tmux terminal) throws Exception {
        terminal.terminate();
        List<String> screen = terminal.awaitEnd("ended 143");
        assertThat(screen).noneMatch(line -> line.contains("Exception"));
        assertThat(terminal.bar()).isEmpty();
        // All rows scroll again.
        terminal.type("\r".repeat(30) + "last\r").await("the last row", s -> s.contains("last"));
        assertThat(terminal.screen()).doesNotContainAnyElementsOf(screen);
    }

    @Test
    void atThePrompt() throws Exception {
        try (Tmux terminal = open()) {
            terminal.awaitEnd("lab>");
            assertIsLeft(terminal);
        }
    }

    @Test
    void atAQuestion() throws Exception {
        try (Tmux terminal = open()) {
            terminal.enter("destroy").await("the question", s -> s.toString().contains("(y/n)"));
            assertIsLeft(terminal);
        }
    }

    @Test
    void inAClass() throws Exception {
        Path lab = Files.writeString(home.resolve("short.lab"), """
                # One

                lab> status

                # Two

                lab> status
                """);
        try (Tmux terminal = started("present", lab.toString())) {
            terminal.await("a stop", s -> s.toString().contains("Enter next"));
            assertIsLeft(terminal);
        }
    }
}
