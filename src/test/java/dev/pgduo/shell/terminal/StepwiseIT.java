package dev.pgduo.shell.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Playing a lab in part, and again when it is saved. */
class StepwiseIT {
    private static final String LAB = """
            ---
            retry: 0s
            ---
            First
            ~~~~~

                => create table t(n int);
                CREATE TABLE

                => insert into t values (1), (2);
                INSERT 0 2

            Second
            ~~~~~~

                => delete from t;
                DELETE 3

                => insert into t values (4);
                INSERT 0 1

            Third
            ~~~~~

                => select n from t;
                 n\s
                ---
                 5
                (1 row)
               \s

            """;

    @TempDir
    Path home = Path.of("");

    private Path file = Path.of("");

    @BeforeEach
    void write() throws Exception {
        file = Files.writeString(home.resolve("x.lab"), LAB);
    }

    private Tmux start(String... words) throws Exception {
        return Tmux.start(home, "xterm-256color", Program.pgduo(home, true, words));
    }

    private Program.Finished run(String... words) throws Exception {
        return Program.run(Program.pgduo(home, false, words), "");
    }

    @Test
    void givesThePromptWhereThePlayStops() throws Exception {
        try (Tmux terminal = start("play", file.toString(), "--until", "second")) {
            terminal.awaitEnd("-- note: stopped before line 16; Ctrl-D ends the play", "    =>");
            terminal.enter("select count(*) + 40 as there from t;");
            terminal.await("what the table holds", screen -> screen.contains("        42"));
            terminal.awaitEnd("    =>");
            terminal.key("C-d").awaitExit();
        }
        try (Tmux terminal = start("play", file.toString(), "--on-failure", "prompt")) {
            terminal.awaitEnd("-- note: stopped before line 19; Ctrl-D ends the play", "    =>");
            terminal.enter("select count(*) + 40 as there from t;");
            terminal.await("what the table holds", screen -> screen.contains("        40"));
            terminal.awaitEnd("    =>");
            terminal.key("C-d").awaitExit();
        }
    }

    @Test
    void saysWhereItStopsWithoutATerminal() throws Exception {
        Program.Finished line = run("play", file.toString(), "--until", "10");
        assertThat(line.code()).isZero();
        assertThat(line.text())
                .contains("CREATE TABLE", "-- note: stopped before line 10; the prompt needs a terminal")
                .doesNotContain("INSERT");
        Program.Finished failure = run("play", file.toString(), "--on-failure", "prompt");
        assertThat(failure.code()).isEqualTo(1);
        assertThat(failure.text())
                .contains("x.lab:16: ERROR:  ", "stopped before line 19")
                .doesNotContain("INSERT 0 1");
        assertThat(run("play", file.toString(), "--until", "Secnd").text()).contains("Perhaps you meant \"Second\".");
        assertThat(run("play", file.toString(), "--until", "99").text()).contains("there is no line 99");
        assertThat(run("play", file.toString(), "--until", "1", "--auto").code())
                .isEqualTo(2);
    }

    @Test
    void listsTheSlowestSteps() throws Exception {
        assertThat(run("verify", file.toString(), "--slowest", "2").text())
                .containsPattern(
                        "slowest steps:\n +\\d+\\.\\d\\d s  .*x.lab:\\d+: \\w+ › .* \\(PostgreSQL \\d+\\)\n.* s .*\n$");
    }

    @Test
    void playsAgainFromWhatWasChanged() throws Exception {
        try (Tmux terminal = start("verify", "--watch", file.toString())) {
            awaitResult(terminal, "3 matched, 0 adapted, 2 failed");
            Files.writeString(file, LAB.replace(" 5\n", " 4\n"));
            awaitResult(terminal, "-- again from section 3: Third", "4 matched, 0 adapted, 1 failed");
            Files.writeString(file, LAB.replace(" 5\n", " 4\n").replace("DELETE 3", "DELETE 2"));
            awaitResult(terminal, "-- again from section 2: Second", "5 matched, 0 adapted, 0 failed");
            Files.writeString(file, LAB.replace("    => create", "%nosuch\n    => create"));
            awaitResult(terminal, "unknown directive");
            Files.writeString(file, LAB.replace("retry: 0s", "retry: 1s"));
            awaitResult(terminal, "3 matched, 0 adapted, 2 failed, 0 skipped");
            terminal.key("C-c").awaitExit();
        }
    }

    private static void awaitResult(Tmux terminal, String... texts) throws Exception {
        terminal.awaitTexts(texts);
    }
}
