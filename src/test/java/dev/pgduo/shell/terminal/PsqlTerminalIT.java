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

/** {@code pgduo psql} at a terminal: its lines are edited, remembered and completed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PsqlTerminalIT {
    private static final String PROMPT = "postgres=#";

    @TempDir
    static Path home = Path.of("");

    private String place = "";

    @BeforeAll
    void up() throws Exception {
        assertThat(lab("up --auth trust").code()).isZero();
        String port =
                Files.readAllLines(home.resolve("lab/a/data/postmaster.pid")).get(3);
        place = "host=127.0.0.1 port=" + port + " user=postgres dbname=postgres";
    }

    @AfterAll
    void destroy() throws Exception {
        assertThat(lab("destroy --yes").code()).isZero();
    }

    private static Program.Finished lab(String command) throws Exception {
        return Program.run(Program.pgduo(home, false, "-c", command), "");
    }

    private Tmux open(String terminal, String... options) throws Exception {
        List<String> words = new ArrayList<>(List.of(options));
        words.addAll(List.of("-X", "-v", "HISTFILE=" + home.resolve("typed"), "-d", place));
        Tmux opened = Tmux.start(home, terminal, Program.psql(home, words.toArray(String[]::new)));
        opened.awaitEnd("Type \"help\" for help.", PROMPT);
        return opened;
    }

    @Test
    void remembersWholeStatements() throws Exception {
        try (Tmux terminal = open("xterm-256color")) {
            terminal.enter("select 41").awaitEnd(PROMPT + " select 41", "postgres-#");
            terminal.enter("+ 1 as answer;").awaitEnd("     42", "(1 row)", PROMPT);
            terminal.key("Up").awaitEnd(PROMPT + " select 41", "+ 1 as answer;");
            terminal.key("C-c").awaitEnd(PROMPT);
            terminal.key("C-d").awaitExit();
        }
        assertThat(Files.readString(home.resolve("typed"))).isEqualTo("select 41\\n+ 1 as answer;\n");
        try (Tmux terminal = open("xterm-256color")) {
            terminal.key("Up").awaitEnd(PROMPT + " select 41", "+ 1 as answer;");
            terminal.enter("").awaitEnd("     42", "(1 row)", PROMPT);
            terminal.enter("\\s").awaitEnd("select 41", "+ 1 as answer;", "\\s", PROMPT);
            terminal.enter("\\q").awaitExit();
        }
    }

    @Test
    void completesCommandsAndNames() throws Exception {
        try (Tmux terminal = open("xterm-256color")) {
            terminal.type("\\conni\t").awaitEnd(PROMPT + " \\conninfo");
            terminal.key("C-c").awaitEnd(PROMPT);
            terminal.type("select * from pg_stat_replication_sl");
            terminal.pressUntil("Tab", s -> s.get(s.size() - 1).endsWith(" pg_stat_replication_slots"));
            terminal.key("C-c").awaitEnd(PROMPT);
            terminal.key("C-d").awaitExit();
        }
    }

    @Test
    void cancelsWhatRunsAndWhatIsTyped() throws Exception {
        try (Tmux terminal = open("xterm-256color")) {
            terminal.enter("select 'no end").awaitEnd(PROMPT + " select 'no end", "postgres'#");
            terminal.key("C-c").awaitEnd("postgres'# ^C", PROMPT);
            terminal.enter("create temp table t (n int);").awaitEnd("CREATE TABLE", PROMPT);
            terminal.enter("copy t from stdin;").awaitEnd(">>");
            terminal.enter("1").awaitEnd(">> 1", ">>");
            terminal.key("C-c")
                    .awaitEnd("ERROR:  COPY from stdin failed: canceled by user", "CONTEXT:  COPY t, line 2", PROMPT);
            terminal.enter("select 7 as n from pg_sleep(600);");
            awaitSleeper();
            terminal.key("C-c").awaitEnd("ERROR:  canceling statement due to user request", PROMPT);
            terminal.enter("select count(*) from t;").awaitEnd("     0", "(1 row)", PROMPT);
            terminal.key("C-d").awaitExit();
        }
    }

    private void awaitSleeper() throws Exception {
        String question = "select 'yes' from pg_stat_activity where query like 'select 7 as n%' and state = 'active'";
        while (!Program.run(Program.psql(home, "-X", "-d", place, "-Atc", question), "")
                .text()
                .equals("yes\n")) {
            Thread.onSpinWait();
        }
    }

    @Test
    void readsPlainLinesWhereThatIsWanted() throws Exception {
        try (Tmux terminal = open("xterm-256color", "-n")) {
            terminal.enter("select 8 as n;").awaitEnd(" 8", "(1 row)", PROMPT);
            terminal.key("C-d").awaitExit();
        }
        try (Tmux terminal = open("dumb")) {
            terminal.enter("select 9 as n;").awaitEnd(" 9", "(1 row)", PROMPT);
            terminal.key("C-d").awaitExit();
        }
    }
}
