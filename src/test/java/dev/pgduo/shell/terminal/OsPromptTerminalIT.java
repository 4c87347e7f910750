package dev.pgduo.shell.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A node's OS prompt on a terminal. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OsPromptTerminalIT {
    @TempDir
    static Path home = Path.of("");

    @BeforeAll
    void make() throws Exception {
        assertThat(run("-c", "new --auth trust").code()).isZero();
    }

    @AfterAll
    void destroy() throws Exception {
        assertThat(run("-c", "destroy --yes").code()).isZero();
    }

    private static Program.Finished run(String... arguments) throws Exception {
        return Program.run(Program.pgduo(home, false, arguments), "");
    }

    private static Tmux open() throws Exception {
        Tmux terminal = Tmux.start(home, "xterm-256color", Program.pgduo(home, true));
        terminal.awaitEnd("lab>");
        terminal.enter("sh a").awaitEnd("postgres>");
        return terminal;
    }

    private static void leave(Tmux terminal) throws Exception {
        terminal.enter("exit").awaitEnd("lab>");
        terminal.enter("exit").awaitExit();
    }

    private static boolean has(List<String> screen, String text) {
        return screen.stream().anyMatch(line -> line.contains(text));
    }

    @Test
    void goesOnFromLineToLine() throws Exception {
        try (Tmux terminal = open()) {
            terminal.enter("mkdir attic; cd attic; export WHO=world; f() { echo \"f $1\"; }")
                    .awaitEnd("postgres>");
            terminal.enter("basename $PWD; echo $WHO; f x").awaitEnd("attic", "world", "f x", "postgres>");
            terminal.enter("cat > notes <<EOF").enter("it's here").enter("EOF").awaitEnd("> EOF", "postgres>");
            terminal.enter("for i in 1 2")
                    .enter("do cat notes")
                    .enter("done")
                    .awaitEnd("> done", "it's here", "it's here", "postgres>");
            terminal.enter("sleep 1000 &").awaitEnd("postgres> sleep 1000 &", "postgres>");
            terminal.enter("jobs").await("the job", screen -> has(screen, "[1]+  Running"));
            terminal.type("cat no\t").await("the file's name", screen -> has(screen, "cat notes"));
            terminal.enter("").awaitEnd("it's here", "postgres>");
            terminal.type("basena\t").await("the program's name", screen -> has(screen, "postgres> basename"));
            terminal.enter("x/y").awaitEnd("y", "postgres>");
            terminal.enter("kill %1").awaitEnd("postgres> kill %1", "postgres>");
            leave(terminal);
        }
    }

    @Test
    void lendsTheTerminal() throws Exception {
        try (Tmux terminal = open()) {
            terminal.enter("seq 1 200 > numbers; ls numbers").awaitEnd("numbers", "postgres>");
            terminal.enter("less numbers").await("the pager", screen -> has(screen, "22") && !has(screen, "postgres>"));
            terminal.type("G").await("its end", screen -> has(screen, "200"));
            terminal.type("q").awaitEnd("postgres> less numbers", "postgres>");
            terminal.enter("vi -u NONE numbers").await("the editor", screen -> has(screen, "\"numbers\" 200"));
            terminal.type("Afirst\u001b:wq\r").awaitEnd("postgres> vi -u NONE numbers", "postgres>");
            assertThat(Files.readString(home.resolve("lab/a/numbers"))).startsWith("1first\n2\n");
            terminal.enter("sleep 1000").await("the line", screen -> has(screen, "sleep 1000"));
            terminal.key("C-c")
                    .await("the prompt", screen -> screen.get(screen.size() - 1).equals("postgres>"));
            leave(terminal);
        }
    }
}
