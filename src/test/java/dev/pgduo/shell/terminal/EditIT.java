package dev.pgduo.shell.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Editing a node's configuration files on a terminal. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EditIT {
    private static final String CTRL_X = "C-x";
    private static final String RELOAD = "reload node a now? [Y/n]";
    private static final String AGAIN = "e edit again, d drop the change [e]";

    @TempDir
    static Path home = Path.of("");

    private String original = "";

    @BeforeAll
    void up() throws Exception {
        assertThat(run("-c", "up").code()).isZero();
        original = Files.readString(conf());
    }

    @BeforeEach
    void restore() throws Exception {
        Files.writeString(conf(), original);
    }

    @AfterAll
    void destroy() throws Exception {
        assertThat(run("-c", "destroy --yes").code()).isZero();
    }

    private static Path conf() {
        return home.resolve("lab/a/data/postgresql.conf");
    }

    private static Program.Finished run(String... arguments) throws Exception {
        return Program.run(Program.pgduo(home, false, arguments), "");
    }

    private static Tmux open() throws Exception {
        Tmux terminal = Tmux.start(home, "xterm-256color", Program.pgduo(home, true));
        terminal.awaitEnd("lab>");
        return terminal;
    }

    /** Opens the editor and puts a line at the file's beginning. */
    private static void write(Tmux terminal, String command, String line) throws Exception {
        terminal.enter(command).await("the editor", screen -> has(screen, "Get Help"));
        terminal.type(line + "\r").await("the line", screen -> has(screen, line));
    }

    /** Leaves the editor and saves. */
    private static void save(Tmux terminal) throws Exception {
        terminal.key(CTRL_X).await("the question of the editor", screen -> has(screen, "Save modified buffer"));
        terminal.type("y").await("the name", screen -> has(screen, "File Name to Write"));
        terminal.type("\r");
    }

    /** Also where the terminal has broken the line. */
    private static boolean has(List<String> screen, String text) {
        return String.join("", screen).contains(text);
    }

    private static void leave(Tmux terminal) throws Exception {
        terminal.awaitEnd("lab>");
        terminal.enter("exit").awaitExit();
    }

    @Test
    void savesAndReloads() throws Exception {
        try (Tmux terminal = open()) {
            write(terminal, "conf edit", "work_mem = 9MB");
            save(terminal);
            terminal.await("the difference", screen -> screen.contains("+work_mem = 9MB"));
            terminal.await("the offer", screen -> has(screen, RELOAD));
            terminal.type("\r");
            terminal.await("the real command", screen -> has(screen, "pg_ctl reload"));
            leave(terminal);
        }
        assertThat(Files.readString(conf())).isEqualTo("work_mem = 9MB\n" + original);
        assertThat(run("-c", "conf show work_mem").text()).contains("9MB");
    }

    @Test
    void refusesAWrongValueAndLetsItBePutRight() throws Exception {
        try (Tmux terminal = open()) {
            write(terminal, "conf edit --node a", "port = many");
            save(terminal);
            terminal.await(
                    "the server's words",
                    screen -> has(screen, "invalid value for parameter \"port\": \"many\"") && has(screen, AGAIN));
            assertThat(conf()).hasContent(original);
            terminal.type("e").await("the text again", screen -> has(screen, "port = many"));
            terminal.key("C-k").type("cursor_tuple_fraction = 0.2\r");
            terminal.await("the other line", screen -> has(screen, "cursor_tuple_fraction"));
            save(terminal);
            terminal.await("the offer", screen -> has(screen, RELOAD));
            terminal.type("n");
            leave(terminal);
        }
        assertThat(Files.readString(conf())).isEqualTo("cursor_tuple_fraction = 0.2\n" + original);
    }

    @Test
    void beginsAgainAtTheLineThatWasRefused() throws Exception {
        try (Tmux terminal = open()) {
            write(terminal, "conf edit --node a", "cursor_tuple_fraction = 0.3");
            terminal.type("port = many\r").await("the line", screen -> has(screen, "port = many"));
            save(terminal);
            terminal.await("the question", screen -> has(screen, AGAIN));
            terminal.type("e")
                    .await(
                            "the error below the text",
                            screen -> screen.stream()
                                    .anyMatch(line -> line.matches(" *\\[ .*invalid value for parameter \"port\".*")));
            terminal.key("C-k").await("the text without the line", screen -> !has(screen, "port = many"));
            save(terminal);
            terminal.await("the offer", screen -> has(screen, RELOAD));
            terminal.type("n");
            leave(terminal);
        }
        assertThat(Files.readString(conf())).isEqualTo("cursor_tuple_fraction = 0.3\n" + original);
    }

    @Test
    void dropsWhatIsRefusedAndKeepsTheText() throws Exception {
        try (Tmux terminal = open()) {
            write(terminal, "conf edit", "work_mem = 'never ends");
            save(terminal);
            terminal.await("the question", screen -> has(screen, AGAIN));
            terminal.key("C-c").await("what became of it", screen -> has(screen, "dropped; your text is kept in"));
            leave(terminal);
        }
        assertThat(conf()).hasContent(original);
        assertThat(kept()).startsWith("work_mem = 'never ends\n");
    }

    private static String kept() throws Exception {
        try (var files = Files.find(home.resolve("state"), 9, (file, is) -> file.endsWith("postgresql.conf"))) {
            return Files.readString(files.findFirst().orElseThrow());
        }
    }

    @Test
    void leavesTheFileAloneWhenNothingIsSaved() throws Exception {
        try (Tmux terminal = open()) {
            write(terminal, "conf edit pg_hba.conf", "host all all all reject");
            terminal.key("C-c").await("the place of the cursor", screen -> has(screen, "line "));
            terminal.key(CTRL_X).await("the question of the editor", screen -> has(screen, "Save modified buffer"));
            terminal.type("n").await("the end", screen -> screen.contains("nothing was changed"));
            leave(terminal);
        }
    }

    @Test
    void refusesAWrongRule() throws Exception {
        try (Tmux terminal = open()) {
            write(terminal, "conf edit pg_hba.conf", "host all all nowhere/9/9 trust");
            save(terminal);
            terminal.await("the question", screen -> has(screen, AGAIN));
            terminal.type("d");
            leave(terminal);
        }
    }

    @Test
    void survivesThatTheNodeGoesAway() throws Exception {
        Path data = home.resolve("lab/b/data");
        assertThat(run("-c", "stop b").code()).isZero();
        try (Tmux terminal = open()) {
            write(terminal, "conf edit --node b", "work_mem = 1MB");
            Files.move(data, data.resolveSibling("away"));
            save(terminal);
            terminal.await("the reason", screen -> has(screen, "ERROR:") && has(screen, AGAIN));
            terminal.type("e").await("the text again", screen -> has(screen, "work_mem = 1MB"));
            Files.move(data.resolveSibling("away"), data);
            terminal.type("# again\r").await("the line", screen -> has(screen, "# again"));
            save(terminal);
            terminal.await("that it counts later", screen -> has(screen, "takes effect at the next start"));
            leave(terminal);
        }
        assertThat(data.resolve("postgresql.conf")).content().startsWith("# again\nwork_mem = 1MB\n");
        assertThat(run("-c", "start b").code()).isZero();
    }

    @Test
    void asksForATerminal() throws Exception {
        assertThat(run("-c", "conf edit").text()).isEqualTo("""
                        ERROR:  "conf edit" needs a terminal
                        DETAIL:  The input or the output is a file or a pipe.
                        HINT:  Use "conf set NAME VALUE", "conf append" or "hba add".
                        """);
        try (Tmux terminal = Tmux.start(home, "dumb", Program.pgduo(home, true, "--dumb"))) {
            terminal.awaitEnd("lab>");
            terminal.enter("conf edit")
                    .await("the reason", screen -> has(screen, "needs a terminal that can move its cursor"));
            leave(terminal);
        }
    }
}
