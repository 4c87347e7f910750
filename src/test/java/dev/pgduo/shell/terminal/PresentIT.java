package dev.pgduo.shell.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Presenting a transcript on a terminal. */
class PresentIT {
    private static final String WAITING = "Enter next";
    private static final String LAB = """
            ---
            title: A table
            postgres: "9.6-18"
            ---

            First
            ~~~~~

            %note A table is a bag of rows.

                => create table t(n int);
                CREATE TABLE

                => insert into t values (1), (2);
                INSERT 0 2

            Second
            ~~~~~~

                => delete from t where n = 1;
                DELETE 1

                => select count(*) as left_over from t;
                 left_over\s
                -----------
                         1
                (1 row)
               \s

            Third
            ~~~~~

                => \\x
                Expanded display is on.

                => select max(n) from t;
                -[ RECORD 1 ]
                max | 2

            """;

    @TempDir
    Path home = Path.of("");

    @BeforeEach
    void write() throws Exception {
        Files.writeString(file(), LAB);
    }

    private Path file() {
        return home.resolve("table.lab");
    }

    private Tmux present(String... options) throws Exception {
        String[] words = new String[options.length + 2];
        words[0] = "present";
        words[1] = file().toString();
        System.arraycopy(options, 0, words, 2, options.length);
        return Tmux.start(home, "xterm-256color", Program.pgduo(home, true, words));
    }

    private static List<String> await(Tmux terminal, String... texts) throws Exception {
        return terminal.awaitTexts(texts);
    }

    /** Presses Enter and waits for what comes of it and for the next turn. */
    private static void next(Tmux terminal, String... texts) throws Exception {
        terminal.type("\r");
        await(terminal, texts);
        await(terminal, WAITING);
    }

    @Test
    void goesOnAndBack() throws Exception {
        try (Tmux terminal = present("--speed", "0")) {
            await(terminal, "First", WAITING);
            next(terminal, "CREATE TABLE");
            next(terminal, "INSERT 0 2");
            next(terminal, "2/3");
            next(terminal, "DELETE 1");
            next(terminal, "left_over");
            terminal.type("p");
            await(terminal, "-- to section 2: Second", WAITING);
            terminal.type("\r");
            terminal.await("the same again", screen -> count(screen, "    DELETE 1") == 2);
            next(terminal, "1 row");
            terminal.type("g");
            await(terminal, "--   1  First", "-- > 2  Second", "number of the section");
            terminal.type("3\r");
            await(terminal, "-- to section 3: Third", WAITING);
            next(terminal, "Expanded display is on.");
            terminal.type("\r");
            await(terminal, "max | 2", "the end");
            terminal.type("q").awaitExit();
        }
        assertNotesGone();
    }

    @Test
    void typesWhatWasCaptured() throws Exception {
        Files.writeString(file(), """
                First
                ~~~~~

                    => select 6 + 1 as seven;
                     seven\s
                    -------
                         7
                    (1 row)
                   \s
                %capture n = seven

                    => select %{n} + 1 as eight;
                     eight\s
                    -------
                         8
                    (1 row)
                   \s
                """);
        try (Tmux terminal = present("--speed", "0")) {
            await(terminal, "runs this line on this machine. (y/n)");
            terminal.type("y\r");
            await(terminal, "First", WAITING);
            next(terminal, "seven");
            terminal.type("\r");
            await(terminal, "    => select 7 + 1 as eight;", "         8", "the end");
            terminal.type("q").awaitExit();
        }
    }

    private static void leave(Tmux terminal) throws Exception {
        terminal.type("q");
        await(terminal, "leave? q or y leaves");
        terminal.type("q").awaitExit();
    }

    private static long count(List<String> screen, String line) {
        return screen.stream().filter(line::equals).count();
    }

    private void assertNotesGone() throws Exception {
        try (var left = Files.list(home.resolve("state/pgduo/presenting"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void givesThePromptAndPutsBackWhatWasDoneThere() throws Exception {
        try (Tmux terminal = present("--speed", "0")) {
            await(terminal, "First", WAITING);
            next(terminal, "CREATE TABLE");
            next(terminal, "INSERT 0 2");
            terminal.key("Escape");
            terminal.awaitEnd("-- the live prompt: \\present or Ctrl-D goes back to the presentation", "    =>");
            terminal.awaitBar(bar -> bar.contains(" a primary "));
            terminal.key("M-0").awaitEnd("lab>");
            terminal.key("M-1").awaitEnd("    =>");
            terminal.enter("select pg_sleep(600);").awaitEnd("    => select pg_sleep(600);");
            terminal.awaitBar(bar -> bar.contains(" up, statement "));
            terminal.key("M-0").awaitEnd("lab>");
            terminal.key("M-1").awaitEnd("    =>");
            terminal.key("C-c");
            terminal.await("the cancelled statement", s -> s.stream().anyMatch(l -> l.contains("canceling statement")));
            terminal.enter("truncate t;").awaitEnd("    TRUNCATE TABLE", "    =>");
            terminal.enter("\\conf set work_mem 9MB")
                    .await("the prompt", screen -> last(screen).equals("    =>"));
            terminal.enter("\\present");
            await(
                    terminal,
                    "-- the lab is not in the state that the next step expects:",
                    "node a: rows of public.t: 2 -> 0",
                    "r restore it, g continue as it is [r]");
            terminal.type("r");
            await(terminal, "-- restored", WAITING);
            next(terminal, "2/3");
            next(terminal, "DELETE 1");
            terminal.key("Escape");
            terminal.awaitEnd("    =>");
            terminal.key("C-d");
            await(terminal, WAITING);
            next(terminal, "left_over", "1 row");
            leave(terminal);
        }
    }

    private static String last(List<String> screen) {
        return screen.get(screen.size() - 1);
    }

    @Test
    void showsTheNotesOnASecondTerminal() throws Exception {
        try (Tmux terminal = present("--speed", "0");
                Tmux second = present("--notes")) {
            await(terminal, "First", WAITING);
            await(second, "1/3  First", "* A table is a bag of rows.", "=> create table t(n int);", "then: Second");
            next(terminal, "CREATE TABLE");
            await(second, "=> insert into t values (1), (2);");
            leave(terminal);
            second.awaitExit();
        }
    }

    @Test
    void findsItsPlaceAfterAKill() throws Exception {
        try (Tmux terminal = present("--speed", "0")) {
            await(terminal, "First", WAITING);
            next(terminal, "CREATE TABLE");
            next(terminal, "INSERT 0 2");
            next(terminal, "Second");
            next(terminal, "DELETE 1");
            terminal.kill();
        }
        try (Tmux terminal = present("--speed", "0")) {
            await(terminal, "killed while presenting, before line", "section 2: Second", "Enter continues");
            terminal.type("\r");
            await(terminal, WAITING);
            next(terminal, "=> select count(*) as left_over", "         1");
            leave(terminal);
        }
        try (Tmux terminal = present("--speed", "0")) {
            assertThat(String.join("\n", await(terminal, "First", WAITING))).doesNotContain("killed");
            leave(terminal);
        }
    }

    @Test
    void goesOnByItself() throws Exception {
        try (Tmux terminal = present("--auto", "--speed", "200", "--pause", "50")) {
            await(terminal, "DELETE 1");
            await(terminal, "max | 2");
            terminal.awaitExit();
        }
    }

    @Test
    void typesAsAPersonAndHurriesWhenAsked() throws Exception {
        try (Tmux terminal = present("--speed", "1")) {
            await(terminal, "First", WAITING);
            terminal.type("\r");
            await(terminal, "    => c");
            terminal.type("\r");
            await(terminal, "    => create table t(n int);", "CREATE TABLE", WAITING);
            leave(terminal);
        }
    }

    @Test
    void asksForATerminal() throws Exception {
        assertThat(Program.run(Program.pgduo(home, false, "present", file().toString()), "")
                        .text())
                .startsWith("ERROR:  \"present\" needs a terminal");
    }
}
