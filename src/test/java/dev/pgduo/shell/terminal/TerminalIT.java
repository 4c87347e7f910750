package dev.pgduo.shell.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.transcript.model.Transcript;
import dev.pgduo.transcript.read.TranscriptReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** pgduo as a person meets it: on a terminal, with a lab that runs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TerminalIT {
    private static final String XTERM = "xterm-256color";

    @TempDir
    static Path home = Path.of("");

    @BeforeAll
    void up() throws Exception {
        assertThat(run("", "-c", "up").code()).isZero();
        run("psql a\ncreate table held (n int primary key);\n", "--quiet");
    }

    @AfterAll
    void destroy() throws Exception {
        assertThat(run("", "-c", "destroy --yes").code()).isZero();
    }

    private Program.Finished run(String input, String... arguments) throws Exception {
        return Program.run(Program.pgduo(home, false, arguments), input);
    }

    /** Without suggestions, which would stand behind what is typed. */
    private Tmux open(String... arguments) throws Exception {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--no-suggestions");
        return opened(all);
    }

    private Tmux opened(List<String> arguments) throws Exception {
        Tmux terminal = Tmux.start(home, XTERM, Program.pgduo(home, true, arguments.toArray(String[]::new)));
        terminal.await("the greeting", s -> s.stream().anyMatch(l -> l.startsWith("-- lab in ")));
        terminal.awaitEnd("lab>");
        return terminal;
    }

    private static void leave(Tmux terminal) throws Exception {
        terminal.key("M-0").awaitEnd("lab>");
        terminal.enter("exit").awaitExit();
    }

    @Test
    void takesAStatementInSeveralLines() throws Exception {
        try (Tmux terminal = open()) {
            terminal.enter("psql a").awaitEnd("    =>");
            terminal.enter("select 'one").awaitEnd("    '>");
            terminal.enter("two' as text").awaitEnd("    ->");
            terminal.enter(";")
                    .awaitEnd(
                            "    => select 'one",
                            "    '> two' as text",
                            "    -> ;",
                            "     text",
                            "    ------",
                            "     one +",
                            "     two",
                            "    (1 row)",
                            "    =>");
            leave(terminal);
        }
    }

    @Test
    void movesBetweenThePanesAndKeepsWhatIsTyped() throws Exception {
        try (Tmux terminal = open()) {
            terminal.enter("|").awaitEnd("    =>");
            terminal.enter("|").awaitEnd("    |    =>");
            terminal.type("select pg_is_in_recovery()").awaitEnd("    |    => select pg_is_in_recovery()");
            terminal.key("M-1").awaitEnd("    => select pg_is_in_recovery()");
            terminal.key("M-2").awaitEnd("    |    => select pg_is_in_recovery()");
            terminal.enter(" as r;")
                    .awaitEnd("    |     r", "    |    ---", "    |     t", "    |    (1 row)", "    |", "    |    =>");
            terminal.enter("| select 1 as a;")
                    .awaitEnd("    => select 1 as a;", "     a", "    ---", "     1", "    (1 row)", "    |    =>");
            leave(terminal);
        }
    }

    @Test
    void takesAPastedLabWithTheRowsOfACopy() throws Exception {
        String lines = String.join(
                "\r",
                "create temp table pasted (n int, word text);",
                "copy pasted from stdin;",
                "1\tодин",
                "2\tit's; two",
                "\\.",
                "select n",
                "  from pasted where word ~ ';';",
                "| select 3 as c;",
                "psql b",
                "select 4 as d;");
        try (Tmux terminal = open()) {
            terminal.enter("psql a").awaitEnd("    =>");
            terminal.type("\u001b[200~" + lines + "\u001b[201~").awaitEnd("    => select 4 as d;");
            terminal.key("Enter")
                    .awaitEnd(
                            "    |    => select 3 as c;",
                            "    |     c",
                            "    |    ---",
                            "    |     3",
                            "    |    (1 row)",
                            "    |",
                            "    => psql b",
                            "    |    => select 4 as d;",
                            "    |     d",
                            "    |    ---",
                            "    |     4",
                            "    |    (1 row)",
                            "    |",
                            "    |    =>");
            terminal.key("M-1").awaitEnd("    =>");
            terminal.enter("table pasted;").awaitEnd("     1 | один", "     2 | it's; two", "    (2 rows)", "    =>");
            leave(terminal);
        }
    }

    /** The transcript's lines get a table, as its file has it; the person's transaction on the own lab goes on. */
    @Test
    void playsATranscriptBesideTheOwnLab() throws Exception {
        Path file = Files.writeString(home.resolve("beside.lab"), "lab> status\n");
        try (Tmux terminal = open()) {
            terminal.enter("psql a").awaitEnd("    =>");
            terminal.enter("begin;").awaitEnd("    =*>");
            terminal.key("M-0").awaitEnd("lab>");
            terminal.enter("play --trust " + file)
                    .await("the table", s -> s.stream().anyMatch(l -> l.startsWith("------+---")));
            terminal.awaitEnd("lab>");
            terminal.key("M-1").awaitEnd("    =*>");
            leave(terminal);
        }
    }

    @Test
    void opensSessionsByPsqlLines() throws Exception {
        try (Tmux terminal = open()) {
            terminal.enter("psql a").awaitEnd("    =>");
            terminal.enter("psql -h localhost -p " + port() + " -U postgres").awaitEnd("    =>");
            terminal.enter("psql b").awaitEnd("    |    =>");
            assertThat(terminal.coloured()).contains("\u001b[44m \u001b[49m   |    ");
            terminal.key("M-0").awaitEnd("lab>");
            terminal.enter("psql a --new").awaitEnd("    ||    =>");
            assertThat(terminal.coloured()).contains("\u001b[42m \u001b[49m   ||    ");
            terminal.enter("select pg_is_in_recovery() as r;").awaitEnd("    ||    (1 row)", "    ||", "    ||    =>");
            terminal.enter("|").awaitEnd("    =>");
            leave(terminal);
        }
    }

    @Test
    void cancelsAStatementAndGoesOn() throws Exception {
        try (Tmux terminal = open()) {
            terminal.enter("psql a").awaitEnd("    =>");
            terminal.enter("select pg_sleep(600);").awaitEnd("    => select pg_sleep(600);");
            String running = "select count(*) from pg_stat_activity where query ~ 'sleep[(]600' and state = 'active'";
            awaitServer(running + " and pid <> pg_backend_pid()");
            terminal.key("C-c")
                    .awaitEnd(
                            "    Cancel request sent", "    ERROR:  canceling statement due to user request", "    =>");
            terminal.enter("select 7 as n;").awaitEnd("     n", "    ---", "     7", "    (1 row)", "    =>");
            leave(terminal);
        }
    }

    /** Asks the server beside pgduo, whose lab is locked, until the answer is 1. */
    private void awaitServer(String question) throws Exception {
        Path socket = socket();
        long deadline = System.nanoTime() + 30_000_000_000L;
        while (!psql(socket, question).equals("1")) {
            assertThat(System.nanoTime()).as(question).isLessThan(deadline);
        }
    }

    private String psql(Path environment, String question) throws Exception {
        List<String> words = List.of(
                "sh",
                "-c",
                "PGPASSFILE='" + environment + "' psql -X -At -h 127.0.0.1 -p " + port() + " -U postgres -c \""
                        + question + "\"");
        return Program.run(words, "").text().strip();
    }

    private Path socket() {
        return home.resolve("lab/a/pgpass");
    }

    private String port() throws Exception {
        return Files.readAllLines(home.resolve("lab/a/data/postmaster.pid"))
                .get(3)
                .strip();
    }

    @Test
    void givesThePromptBackWhenAStatementWaits() throws Exception {
        try (Tmux terminal = open()) {
            terminal.enter("psql a").awaitEnd("    =>");
            terminal.enter("begin;").awaitEnd("    BEGIN", "    =*>");
            terminal.enter("insert into held values (1);").awaitEnd("    INSERT 0 1", "    =*>");
            terminal.key("M-3").awaitEnd("    ||    =>");
            terminal.enter("\\c postgres postgres 127.0.0.1 " + port());
            terminal.await("the connection", s -> s.stream().anyMatch(l -> l.contains("You are now connected")));
            terminal.enter("insert into held values (1);");
            terminal.await(
                    "who waits", s -> s.stream().anyMatch(l -> l.contains("-- session 3 on node a waits for Lock/")));
            terminal.awaitEnd("    =*>");
            terminal.enter("rollback;");
            terminal.await("the late output", s -> s.contains("    ||    INSERT 0 1"));
            terminal.awaitEnd("    =>");
            leave(terminal);
        }
        run("psql a\ntruncate held;\n", "--quiet");
    }

    @Test
    void cancelsAStatementThatWaits() throws Exception {
        try (Tmux terminal = open()) {
            terminal.enter("psql a").awaitEnd("    =>");
            terminal.enter("begin; lock table held;").awaitEnd("    LOCK TABLE", "    =*>");
            terminal.key("M-3").awaitEnd("    ||    =>");
            terminal.enter("\\c postgres postgres 127.0.0.1 " + port());
            terminal.await("the connection", s -> s.stream().anyMatch(l -> l.contains("You are now connected")));
            terminal.enter("select count(*) from held;");
            terminal.await("who waits", s -> s.stream().anyMatch(l -> l.contains("-- session 3 on node a waits for")));
            terminal.awaitEnd("    =*>");
            terminal.key("M-3").awaitEnd("    ||    =>");
            terminal.key("C-c");
            terminal.await(
                    "the cancelled statement",
                    s -> s.contains("    ||    ERROR:  canceling statement due to user request"));
            terminal.awaitEnd("    ||    =>");
            terminal.key("C-c").awaitEnd("    ||    =>", "    ||    =>");
            terminal.key("M-1").awaitEnd("    =*>");
            terminal.enter("rollback;").awaitEnd("    ROLLBACK", "    =>");
            leave(terminal);
        }
    }

    @Test
    void isNotHeldUpByAFrozenNode() throws Exception {
        Path postmaster = home.resolve("lab/b/data/postmaster.pid");
        String signal = "pid=$(head -n 1 " + postmaster + "); kill -%s $pid $(ps -o pid= --ppid $pid)";
        try (Tmux terminal = open()) {
            terminal.enter("psql b").awaitEnd("    |    =>");
            Program.run(List.of("sh", "-c", signal.formatted("STOP")), "");
            terminal.enter("\\echo still here").awaitEnd("    |    still here", "    |    =>");
            terminal.enter("select 5 as n;");
            terminal.await("who waits", s -> s.stream().anyMatch(l -> l.contains("a server that does not answer")));
            terminal.awaitEnd("lab>");
            terminal.awaitBar(bar -> bar.contains("no answer"));
            Program.run(List.of("sh", "-c", signal.formatted("CONT")), "");
            terminal.await("the late output", s -> s.contains("    |    (1 row)"));
            terminal.awaitBar(bar -> bar.contains(" streaming "));
            leave(terminal);
        } finally {
            Program.run(List.of("sh", "-c", signal.formatted("CONT")), "");
        }
    }

    @Test
    void showsPastedStatementsOneByOne() throws Exception {
        try (Tmux terminal = open()) {
            terminal.enter("psql a").awaitEnd("    =>");
            terminal.type("\u001b[200~\\echo one\nselect 2\nas n;\n\\echo three\u001b[201~")
                    .awaitEnd("    => \\echo three");
            terminal.enter("")
                    .awaitEnd(
                            "    => \\echo one",
                            "    one",
                            "    => select 2",
                            "    -> as n;",
                            "     n",
                            "    ---",
                            "     2",
                            "    (1 row)",
                            "    => \\echo three",
                            "    three",
                            "    =>");
            leave(terminal);
        }
    }

    @Test
    void dropsALineAtCtrlCAndLeavesAtCtrlD() throws Exception {
        try (Tmux terminal = open()) {
            terminal.type("nonsense").awaitEnd("lab> nonsense");
            terminal.key("C-c").awaitEnd("lab> nonsense", "lab>");
            terminal.enter("psql b").awaitEnd("    |    =>");
            terminal.key("C-d").awaitEnd("    |    => \\q", "lab>");
            terminal.enter("sh b").awaitEnd("postgres2>");
            terminal.enter("echo $PGPORT | wc -l").awaitEnd("1", "postgres2>");
            terminal.key("C-d").awaitEnd("postgres2> exit", "lab>");
            terminal.key("C-d").awaitExit();
        }
    }

    @Test
    void stopsAnOsCommandAtCtrlC() throws Exception {
        try (Tmux terminal = open()) {
            terminal.enter("sh a").awaitEnd("postgres>");
            terminal.enter("echo begun; sleep 600; echo no").awaitEnd("begun");
            terminal.key("C-c").awaitEnd("begun", "^C", "postgres>");
            terminal.enter("psql -d postgres").awaitEnd("    =>");
            terminal.enter("\\status");
            terminal.await(
                    "both nodes",
                    s -> s.stream().anyMatch(l -> l.contains("running primary"))
                            && s.stream().anyMatch(l -> l.contains("running standby")));
            leave(terminal);
        }
    }

    @Test
    void followsTheWindow() throws Exception {
        try (Tmux terminal = open()) {
            terminal.enter("psql a").awaitEnd("    =>");
            terminal.type("select 12345").awaitEnd("    => select 12345");
            terminal.resize(40, 12);
            terminal.awaitEnd("    => select 12345");
            terminal.resize(100, 30);
            terminal.enter(" as n;").awaitEnd("     12345", "    (1 row)", "    =>");
            leave(terminal);
        }
    }

    @Test
    void showsThePairInTheBarWhileOneTypes() throws Exception {
        try (Tmux terminal = open()) {
            terminal.enter("psql a").awaitEnd("    =>");
            terminal.awaitBar(bar -> bar.contains(" streaming "));
            terminal.type("select\r1").awaitEnd("    => select", "    -> 1");
            terminal.key("M-2").awaitEnd("    |    => select", "    |    -> 1");
            terminal.key("C-c").awaitEnd("    |    =>");
            terminal.enter("\\crash b").awaitEnd("    |    =>");
            terminal.awaitBar(bar -> bar.contains(" standby down ") && bar.contains("crashed"));
            terminal.enter("\\start b").awaitEnd("    |      server started", "    |    =>");
            terminal.awaitBar(bar -> bar.contains(" streaming ") && bar.contains(" b standby  :"));
            terminal.type("select\r1").awaitEnd("    |    => select", "    |    -> 1");
            for (int columns : new int[] {120, 60, 80}) {
                terminal.resize(columns, columns / 4);
                terminal.awaitBar(bar -> bar.contains(" streaming ")
                        && bar.lines().findFirst().orElse("").length() > columns - 15);
                terminal.awaitEnd("    |    => select", "    |    -> 1");
            }
            terminal.key("C-c").awaitEnd("    |    =>");
            leave(terminal);
        }
    }

    @Test
    void showsNoBarWhereNoneIsWanted() throws Exception {
        try (Tmux terminal = open("--no-status")) {
            terminal.enter("psql a").awaitEnd("    =>");
            terminal.enter("select 7 as n;").awaitEnd("    (1 row)", "    =>");
            assertThat(terminal.bar()).isEmpty();
            leave(terminal);
        }
    }

    @Test
    void completesWhatTheServerKnows() throws Exception {
        run("psql a\ncreate table if not exists things_in_boxes (label text, width_in_cm int);\n", "--quiet");
        try (Tmux terminal = open()) {
            terminal.type("sta\t");
            terminal.await(
                    "the commands below what was typed",
                    s -> s.contains("lab> sta") && s.get(s.size() - 1).startsWith("status "));
            terminal.key("C-c").awaitEnd("lab>");
            terminal.enter("psql a").awaitEnd("    =>");
            // The names are asked for in the background: Tab until they are there.
            terminal.type("table things_in");
            terminal.pressUntil("Tab", s -> s.get(s.size() - 1).equals("    => table things_in_boxes"));
            terminal.key("C-c").awaitEnd("    =>");
            terminal.type("update things_in_boxes set width_i\t")
                    .awaitEnd("    => update things_in_boxes set width_in_cm");
            terminal.key("C-c").awaitEnd("    =>");
            terminal.type("\\conf set max_wal_si\t").awaitEnd("    => \\conf set max_wal_size");
            terminal.key("C-c").awaitEnd("    =>");
            leave(terminal);
        }
    }

    @Test
    void remembersTheLinesOfEachPane() throws Exception {
        try (Tmux terminal = open()) {
            terminal.enter("psql a").awaitEnd("    =>");
            terminal.enter("select 41").awaitEnd("    => select 41", "    ->");
            terminal.enter("+ 1 as answer;").awaitEnd("    (1 row)", "    =>");
            terminal.key("M-0").awaitEnd("lab>");
            terminal.key("Up").awaitEnd("lab> psql a");
            terminal.key("C-c").awaitEnd("lab>");
            leave(terminal);
        }
        try (Tmux terminal = opened(List.of())) {
            terminal.enter("psql a").awaitEnd("    =>");
            terminal.key("Up").awaitEnd("    => select 41", "    -> + 1 as answer;");
            terminal.key("C-c").awaitEnd("    =>");
            terminal.key("C-r");
            terminal.type("answ");
            // The lines above show the statement too.
            terminal.await("the search", s -> s.stream().anyMatch(l -> l.contains("answ_")));
            terminal.await(
                    "the statement found",
                    s -> s.stream().filter(l -> l.contains("+ 1 as answer")).count() == 2);
            terminal.key("C-c").awaitEnd("    =>");
            terminal.type("select 4").awaitEnd("    => select 41", "+ 1 as answer;");
            terminal.key("Right").awaitEnd("    => select 41", "    -> + 1 as answer;");
            terminal.enter("").awaitEnd("         42", "    (1 row)", "    =>");
            leave(terminal);
        }
    }

    @Test
    void asksBeforeTheLabGoes() throws Exception {
        try (Tmux terminal = open()) {
            terminal.enter("destroy");
            terminal.await("the question", s -> String.join("", s).contains("all its data go. (y/n)"));
            terminal.type("xn").awaitEnd("ERROR:  \"destroy\" was not confirmed, nothing was changed", "lab>");
            leave(terminal);
        }
        assertThat(Files.readString(home.resolve("state/pgduo/session.log")))
                .contains("lab> destroy\n", "was not confirmed");
    }

    @Test
    void saysWhatTheLastOneDidNotFinish() throws Exception {
        try (Tmux terminal = open()) {
            terminal.enter("log a --follow");
            terminal.awaitBar(bar -> bar.contains(" streaming "));
            terminal.await("the log", s -> s.stream().anyMatch(l -> l.contains("LOG:  ")));
            Program.run(List.of("sh", "-c", "kill -9 $(cat " + home.resolve("lab/lock") + ")"), "");
            terminal.awaitExit();
        }
        try (Tmux terminal = open()) {
            assertThat(terminal.screen())
                    .anyMatch(line -> line.matches("-- the last pgduo was ended in the middle of: .* log a --follow"));
            terminal.enter("psql a").awaitEnd("    =>");
            leave(terminal);
        }
        try (Tmux terminal = open()) {
            assertThat(terminal.screen()).noneMatch(line -> line.contains("the last pgduo ended"));
            leave(terminal);
        }
    }

    @Test
    void takesTabsInRowsOfData() throws Exception {
        try (Tmux terminal = open()) {
            terminal.enter("psql a").awaitEnd("    =>");
            terminal.enter("create table tabbed (a int, b text);").awaitEnd("    CREATE TABLE", "    =>");
            terminal.enter("copy tabbed from stdin;").awaitEnd("    >>");
            terminal.type("1").key("Tab");
            terminal.enter("one").awaitEnd("    >>");
            terminal.enter("\\.").awaitEnd("    COPY 1", "    =>");
            terminal.enter("select b from tabbed where a = 1;").awaitEnd("     one", "    (1 row)", "    =>");
            leave(terminal);
        }
    }

    @Test
    void asksForNoRowsOfATableThatIsNotThere() throws Exception {
        try (Tmux terminal = open()) {
            terminal.enter("psql a").awaitEnd("    =>");
            terminal.enter("copy nowhere from stdin;")
                    .awaitEnd("    ERROR:  relation \"nowhere\" does not exist", "    =>");
            terminal.type("\u001b[200~copy nowhere from stdin;\n1\n\\.\nselect 5 as five;\u001b[201~")
                    .awaitEnd("    => select 5 as five;");
            terminal.enter("").awaitEnd("        5", "    (1 row)", "    =>");
            assertThat(terminal.screen()).noneMatch(line -> line.contains("invalid command"));
            leave(terminal);
        }
    }

    @Test
    void saysWhichSessionHoldsUpASmartShutdown() throws Exception {
        try (Tmux terminal = open()) {
            terminal.enter("psql a").awaitEnd("    =>");
            terminal.key("M-0").awaitEnd("lab>");
            terminal.enter("stop a -m smart");
            terminal.await(
                    "who holds it",
                    s -> s.contains("-- the server waits for session 1: Ctrl-C here, then \\q there (Alt-1) ends it"));
            terminal.awaitBar(bar -> bar.contains("stopping"));
            terminal.key("C-c").awaitEnd("lab>");
            terminal.key("M-1").awaitEnd("    =>");
            terminal.enter("\\q").awaitEnd("lab>");
            terminal.awaitBar(bar -> bar.contains(" stopped"));
            terminal.enter("start a").awaitEnd("-- node b streams from node a", "lab>");
            terminal.awaitBar(bar -> bar.contains(" streaming "));
            leave(terminal);
        }
    }

    /** Waits for a statement that goes on; those of the status bar are over at the next look. */
    private void awaitLongStatement(Tmux terminal) throws Exception {
        Path log = home.resolve("state/pgduo/session.log");
        terminal.await("a statement that was sent", screen -> read(log).contains("pg_sleep"));
        String postmaster =
                Files.readAllLines(home.resolve("lab/a/data/postmaster.pid")).get(0);
        int same = 0;
        String before = "";
        while (same < 20) {
            String active = Program.run(List.of("pgrep", "-P", postmaster, "-f", " SELECT$"), "")
                    .text();
            same = active.isEmpty() || !active.equals(before) ? 0 : same + 1;
            before = active;
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }

    @Test
    void saysWhichStatementTheServerStillRuns() throws Exception {
        try (Tmux terminal = open()) {
            terminal.enter("psql a").awaitEnd("    =>");
            terminal.enter("select pg_sleep(1000);").awaitEnd("    => select pg_sleep(1000);");
            awaitLongStatement(terminal);
            Program.run(List.of("sh", "-c", "kill -9 $(cat " + home.resolve("lab/lock") + ")"), "");
            terminal.awaitExit();
        }
        try (Tmux terminal = open()) {
            terminal.await(
                    "the remark", s -> s.stream().anyMatch(l -> l.contains("it still runs, in the server process")));
            assertThat(terminal.screen())
                    .anyMatch(line -> line.matches(
                            "-- the last pgduo ended while node a ran this: .* select pg_sleep\\(1000\\);"));
            terminal.enter("psql a").awaitEnd("    =>");
            terminal.enter(
                            "select count(pg_terminate_backend(pid)) from pg_stat_activity where query ~ '^select pg_sleep';")
                    .awaitEnd("         1", "    (1 row)", "    =>");
            leave(terminal);
        }
    }

    @Test
    void drawsThePairAndTheLag() throws Exception {
        try (Tmux terminal = open()) {
            terminal.awaitBar(bar -> bar.contains(" streaming "));
            terminal.enter("status");
            terminal.await(
                    "the pair",
                    s -> s.stream()
                            .anyMatch(l -> l.matches(
                                    "│ node a: running primary +│ +streaming, async +│ node b: running standby +│")));
            terminal.awaitEnd("lab>");
            terminal.enter("lag");
            terminal.await("the chart", s -> s.stream().anyMatch(l -> l.matches("most .* ▁+")));
            terminal.key("C-c").awaitEnd("lab>");
            terminal.enter("psql b").awaitEnd("    |    =>");
            terminal.enter("create table t ();");
            terminal.await(
                    "the hint", s -> s.stream().anyMatch(l -> l.startsWith("    |    -- HINT:  Node b is a standby")));
            leave(terminal);
        }
    }

    @Test
    void worksOnADumbTerminal() throws Exception {
        try (Tmux terminal = Tmux.start(home, "dumb", Program.pgduo(home, true, "--dumb"))) {
            terminal.awaitEnd("lab>");
            terminal.enter("psql a").awaitEnd("    =>");
            terminal.enter("select 1 as a;");
            terminal.await("the row", s -> s.contains("    (1 row)"));
            terminal.awaitEnd("    =>");
            terminal.enter("\\q").awaitEnd("lab>");
            terminal.enter("exit").awaitExit();
        }
    }

    @Test
    void printsATranscriptFromAPipe() throws Exception {
        Program.Finished finished = run("psql a\nselect 1 as a;\n| select 2 as b;\n\\q\n");
        assertThat(finished.text()).isEqualTo("""
                lab> psql a

                    => select 1 as a;
                     a\s
                    ---
                     1
                    (1 row)
                   \s

                    |    => select 2 as b;
                    |     b\s
                    |    ---
                    |     2
                    |    (1 row)
                    |   \s

                    => \\q
                """);
        assertThat(finished.code()).isZero();
        assertThat(run("psql a\nselect 1/0;\nselect 1;\n").code()).isZero();
        assertThat(run("psql a\nselect 1/0;\n", "--stop-on-error").code()).isEqualTo(3);
        assertThat(run("nonsense\n").code()).isEqualTo(3);
        assertThat(run("", "-c", "psql a", "-c", "select 1/0").code()).isOne();
        assertThat(run("", "-c", "psql a", "-c", "select 1").text()).contains("(1 row)");
    }

    /** Enter is not shown where something is drawn again and again: the drawing stays in its place. */
    @Test
    void drawsTheWatchedStateInOnePlace() throws Exception {
        try (Tmux terminal = open()) {
            terminal.enter("status --watch");
            terminal.await("the drawing", s -> s.stream().anyMatch(l -> l.contains("node b: running standby")));
            terminal.type("\r\r");
            Program.run(
                    List.of("sh", "-c", "kill -9 $(head -n 1 " + home.resolve("lab/b/data/postmaster.pid") + ")"), "");
            List<String> screen =
                    terminal.await("the other drawing", s -> s.stream().anyMatch(l -> l.contains("node b: crashed")));
            assertThat(screen).filteredOn(line -> line.contains("node b: ")).hasSize(1);
            terminal.key("C-c").awaitEnd("lab>");
            terminal.enter("start b");
            terminal.await("the start", s -> s.stream().anyMatch(l -> l.contains("server started")));
            terminal.awaitBar(bar -> bar.contains(" streaming "));
            leave(terminal);
        }
    }

    @Test
    void aSecondPgduoIsTold() throws Exception {
        try (Tmux terminal = open()) {
            terminal.enter("psql a").awaitEnd("    =>");
            Program.Finished second = run("", "status");
            assertThat(second.text()).contains("is in use by another pgduo");
            assertThat(second.code()).isOne();
            assertThat(run("", "fault", "show", "cut").text()).startsWith("cut (network, the standby): ");
            leave(terminal);
        }
    }

    @Test
    void recordsWhatHappens() throws Exception {
        Path file = home.resolve("recorded.lab");
        Path canceled = home.resolve("canceled.lab");
        try (Tmux terminal = open()) {
            terminal.enter("record start " + file)
                    .awaitEnd(
                            "HINT:  Begin with \"reset --yes\" at lab>, because a play starts with new servers.",
                            "lab>");
            terminal.enter("psql a").awaitEnd("    =>");
            terminal.enter("select 1 as a;").awaitEnd("    (1 row)", "    =>");
            terminal.enter("\\echo lab> no command").awaitEnd("    lab> no command", "    =>");
            terminal.enter("\\record stop");
            terminal.await("the end", s -> s.stream().anyMatch(l -> l.contains("recorded 3 steps")));
            terminal.awaitEnd(
                    "    saved: every step repeats",
                    "    HINT:  Set \"postgres:\" in it, then \"verify --pg 14-18 FILE\".",
                    "    =>");
            terminal.enter("\\record start " + canceled).awaitEnd("    =>");
            terminal.enter("select pg_sleep(2);").awaitEnd("    (1 row)", "    =>");
            terminal.enter("\\record stop");
            terminal.await("the play", s -> s.stream().anyMatch(l -> l.contains("recorded 1 step to")));
            terminal.type("\u0003")
                    .await("the cancellation", s -> s.stream().anyMatch(l -> l.matches(" +ERROR:  cancel(ed|ing) .*")));
            leave(terminal);
        }
        Transcript transcript = TranscriptReader.parse(Files.readAllBytes(file), "recorded.lab");
        assertThat(transcript.write()).contains("    => select 1 as a;\n     a \n    ---\n     1\n    (1 row)\n");
        assertThat(run("", "-c", "record start " + file).text()).contains("already exists");
    }
}
