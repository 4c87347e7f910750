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

/** What a person does while a statement runs: stops it, leaves it, edits, and looks at pages of its output. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RunningStatementIT {
    @TempDir
    static Path home = Path.of("");

    @BeforeAll
    void up() throws Exception {
        assertThat(Program.run(Program.pgduo(home, false, "-c", "up"), "").code())
                .isZero();
    }

    @AfterAll
    void destroy() throws Exception {
        assertThat(Program.run(Program.pgduo(home, false, "-c", "destroy --yes"), "")
                        .code())
                .isZero();
    }

    private static Tmux open(String... environment) throws Exception {
        List<String> words = new ArrayList<>(List.of("env"));
        words.addAll(List.of(environment));
        words.addAll(Program.pgduo(home, true, "--no-suggestions"));
        Tmux terminal = Tmux.start(home, "xterm-256color", words);
        terminal.await("the greeting", s -> s.stream().anyMatch(l -> l.startsWith("-- lab in ")));
        terminal.awaitEnd("lab>");
        terminal.enter("psql a").awaitEnd("    =>");
        return terminal;
    }

    private static void leave(Tmux terminal) throws Exception {
        terminal.key("M-0").awaitEnd("lab>");
        terminal.enter("exit").awaitExit();
    }

    @Test
    void stopsInTheMiddleOfAMillionRows() throws Exception {
        try (Tmux terminal = open("PAGER=")) {
            terminal.enter("select n from generate_series(1, 1000000) n;");
            terminal.await(
                    "some rows",
                    s -> s.stream().filter(l -> l.matches(" +\\d+")).count() > 10);
            terminal.key("C-c").awaitEnd("    Cancel request sent", "    =>");
            assertThat(terminal.screen()).noneMatch(l -> l.matches(" +1000000"));
            leave(terminal);
        }
    }

    @Test
    void leavesAStatementThatRuns() throws Exception {
        try (Tmux terminal = open()) {
            terminal.enter("select 7 as n from pg_sleep(600);");
            terminal.awaitBar(bar -> bar.contains(" up, statement "));
            terminal.key("M-2").awaitEnd("    |    =>");
            terminal.enter("select 1 as one;").awaitEnd("    |    (1 row)", "    |", "    |    =>");
            terminal.key("M-0").awaitEnd("lab>");
            assertThat(terminal.screen())
                    .contains("    -- the statement of session 1 on node a goes on; Alt-1 goes back to it");
            terminal.key("M-1").awaitEnd("    =>");
            terminal.key("C-c");
            terminal.await("the end", s -> s.contains("    ERROR:  canceling statement due to user request"));
            terminal.awaitEnd("    =>");
            terminal.awaitBar(bar -> bar.contains(" up ") && !bar.contains("statement"));
            leave(terminal);
        }
    }

    /** A command of the lab's is not left; the key counts when it has ended. */
    @Test
    void leavesAfterACommandOfTheLab() throws Exception {
        try (Tmux terminal = open()) {
            terminal.enter("\\restart b");
            terminal.await("the command's first line", s -> s.stream().anyMatch(l -> l.contains("pg_ctl ")));
            terminal.key("M-0").awaitEnd("lab>");
            assertThat(terminal.screen()).contains("      server started");
            leave(terminal);
        }
    }

    @Test
    void leavesAHalfTypedStatementWithItsSession() throws Exception {
        try (Tmux terminal = open()) {
            terminal.type("select 1 as a,\r2 as b").awaitEnd("    => select 1 as a,", "    -> 2 as b");
            terminal.key("M-0").awaitEnd("lab>");
            terminal.enter("").awaitEnd("lab>", "lab>");
            terminal.key("M-1").awaitEnd("    => select 1 as a,", "    -> 2 as b");
            terminal.enter(";").awaitEnd("     1 | 2", "    (1 row)", "    =>");
            leave(terminal);
        }
    }

    @Test
    void carriesOutABackslashCommandInTheMiddleOfAStatement() throws Exception {
        try (Tmux terminal = open()) {
            terminal.enter("select (1").awaitEnd("    => select (1", "    (>");
            terminal.enter("\\p").awaitEnd("    (> \\p", "    select (1", "    (>");
            terminal.enter("+ 2) as sum;").awaitEnd("       3", "    (1 row)", "    =>");
            terminal.enter("select 'given up',").awaitEnd("    ->");
            terminal.enter("\\echo still here").awaitEnd("    still here", "    ->");
            terminal.type("2").key("C-c").awaitEnd("    =>");
            terminal.enter("select 8 as next;").awaitEnd("        8", "    (1 row)", "    =>");
            leave(terminal);
        }
    }

    @Test
    void typesAheadWhileAStatementRuns() throws Exception {
        try (Tmux terminal = open()) {
            terminal.enter("select 1 as one from pg_sleep(5);");
            terminal.awaitBar(bar -> bar.contains(" up, statement "));
            terminal.type("\\echo two").awaitEnd("    (1 row)", "    => \\echo two");
            terminal.enter("").awaitEnd("    two", "    =>");
            leave(terminal);
        }
    }

    @Test
    void watchesInOnePaneWhileAnotherWorks() throws Exception {
        try (Tmux terminal = open()) {
            terminal.enter("select 'round' as watched \\watch 1");
            terminal.await("a round", s -> s.contains("     round"));
            terminal.key("M-2").awaitEnd("    |    =>");
            terminal.enter("select 5 as five;");
            terminal.await("the other's result", s -> s.contains("    |        5"));
            terminal.await("a later round", s -> s.lastIndexOf("     round") > s.indexOf("    |        5"));
            terminal.awaitEnd("    (1 row)", "    |    =>");
            terminal.key("M-1").awaitEnd("    =>");
            terminal.key("C-c");
            terminal.await(
                    "the prompt anew", s -> s.stream().filter("    =>"::equals).count() > 1);
            leave(terminal);
        }
    }

    @Test
    void givesTheTerminalToAnEditor() throws Exception {
        Path editor = Files.writeString(home.resolve("editor"), """
                #!/bin/sh
                # Asks at the terminal, as an editor does.
                printf 'what instead of five? '
                read -r word < /dev/tty
                sed "s/five/$word/" "$1" > "$1.new" && cat "$1.new" > "$1" && rm "$1.new"
                """);
        assertThat(editor.toFile().setExecutable(true)).isTrue();
        try (Tmux terminal = open("EDITOR=" + editor)) {
            terminal.enter("select 'five' as word; \\e").awaitEnd("what instead of five?");
            terminal.enter("six").awaitEnd("     word", "    ------", "     six", "    (1 row)", "    =>");
            leave(terminal);
        }
    }

    @Test
    void fitsTheLabsTablesIntoTheTerminal() throws Exception {
        try (Tmux terminal = open("PAGER=")) {
            terminal.key("M-0").awaitEnd("lab>");
            terminal.enter("conf diff").await("the table", s -> s.stream().anyMatch(l -> l.matches("\\(\\d+ rows\\)")));
            assertThat(terminal.screen())
                    .anyMatch(line -> line.matches(" port +\\| 5432 +\\| 5433"))
                    .anyMatch(line -> line.matches(" hba_file +\\| /usr/local/pgsql/data/[^|]*\\| .*"));
            terminal.enter("conf show primary_conninfo --node b");
            terminal.await("a record", s -> s.contains("name            | primary_conninfo"));
            terminal.enter("exit").awaitExit();
        }
    }

    @Test
    void showsLongAndWideResultsInAPager() throws Exception {
        Path pager = Files.writeString(home.resolve("pager"), """
                #!/bin/sh
                printf '%s lines, at most %s letters ' $(wc -l -L)
                read -r word < /dev/tty
                """);
        assertThat(pager.toFile().setExecutable(true)).isTrue();
        try (Tmux terminal = open("PAGER=" + pager)) {
            terminal.enter("select n from generate_series(1, 30) n;").awaitEnd("34 lines, at most 9 letters");
            terminal.enter("").awaitEnd("    =>");
            terminal.enter("select repeat('x', 90) as wide;").awaitEnd("5 lines, at most 92 letters");
            terminal.enter("").awaitEnd("    =>");
            terminal.enter("\\pset pager off").awaitEnd("    Pager usage is off.", "    =>");
            terminal.enter("select n from generate_series(1, 30) n;").awaitEnd("     30", "    (30 rows)", "    =>");
            leave(terminal);
        }
    }
}
