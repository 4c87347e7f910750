package dev.pgduo.shell.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody meets who starts pgduo for the first time, on a terminal of 80 columns. */
class FirstStartIT {
    @TempDir
    static Path home = Path.of("");

    private static final String[] HELP = {
        "lab> help",
        "lab>        the commands below; \"up\" makes a primary and a streaming standby",
        "=> |   =>   SQL on node a, on b: psql a, psql b; \"| select 1;\" runs on the other",
        "postgres>   the OS prompt of a node: sh a, sh b",
        "Alt-1 Alt-2 Alt-0  to a, to b, back to the lab, also while a statement runs",
        "Tab completes, Ctrl-R finds what was typed, Ctrl-C stops, Ctrl-D leaves",
        "lab      destroy, down, labs, lag, new, pg fetch|list, reset,",
        "         snapshot list|restore|save, status, switchover, undo, up",
        "node     controldata, init, log, promote, ps, recover, reload, restart, start,",
        "         stop, wal show",
        "standby  basebackup, catchup, rewind, slot create|drop|list, standby,",
        "         wal pause|resume",
        "conf     conf append|diff|edit|reset|set|show, hba add|remove|show|test",
        "faults   crash, cut, delay, failover, fault, fault check|list|show, freeze,",
        "         heal, load start|status|stop, loss, loss save, mend, thaw, throttle",
        "files    export, fmt, import, learn, play, present, record, record start|stop,",
        "         verify",
        "shell    completion, help, labs list, psql, sh",
        "Programs: pgduo psql, bench, pgbench, pg_isready ...; \"pgduo --help\" lists them.",
        "\"help GROUP\" says what the commands are for, \"help COMMAND\" what one takes.",
        "lab>"
    };

    @Test
    void isToldWhatToDoAndWhatThereIs() throws Exception {
        try (Tmux terminal = Tmux.start(home, "xterm-256color", Program.pgduo(home, true, "--no-suggestions"))) {
            terminal.awaitEnd(
                    "-- there is no lab yet; three things to do:",
                    "--   up       makes one: a primary and a standby that streams from it",
                    "--   psql a   opens an SQL session on the primary, then (psql b on the standby)",
                    "--   help     shows the other prompts, the keys and the commands",
                    "lab>");
            terminal.enter("help").awaitEnd(HELP);
            terminal.enter("help shell")
                    .awaitEnd(
                            "Commands of the group shell:",
                            "  completion  print a script that completes pgduo's command line in bash, zsh or",
                            "              fish",
                            "  help        show prompts, keys and commands, or the help of a group or a",
                            "              command",
                            "  labs list   list the bundled labs; play, present, verify and learn take their",
                            "              numbers or names",
                            "  psql        open the SQL session of a node, or switch to it",
                            "  sh          switch to the OS prompt of a node",
                            "lab>");
            terminal.enter("lab> lab> help sh")
                    .awaitEnd(
                            "sh: switch to the OS prompt of a node",
                            "Usage: sh NODE",
                            "Arguments:",
                            "  NODE  a, b, primary or standby",
                            "lab>");
            assertThat(terminal.screen()).allMatch(line -> line.length() <= 80);
            terminal.enter("exit").awaitExit();
        }
    }

    @Test
    void leavesNothingInTheTemporaryDirectoryWhenItIsKilled() throws Exception {
        Path temporary = Files.createDirectory(home.resolve("temporary"));
        List<String> words = new ArrayList<>(List.of("env", "JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=" + temporary));
        words.addAll(Program.pgduo(home, true, "--no-suggestions"));
        try (Tmux terminal = Tmux.start(home, "xterm-256color", words)) {
            terminal.awaitEnd("lab>");
            terminal.kill();
        }
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void isToldWhereSqlGoes() throws Exception {
        try (Tmux terminal = Tmux.start(home, "xterm-256color", Program.pgduo(home, true, "--no-suggestions"))) {
            terminal.awaitEnd("lab>");
            terminal.enter("select 'it';")
                    .awaitEnd(
                            "ERROR:  SQL is not understood at the lab's prompt",
                            "HINT:  Go to \"psql a\" (Alt-1) or \"psql b\" (Alt-2), or put \"|\" before it.",
                            "lab>");
            terminal.enter("\\d")
                    .awaitEnd(
                            "ERROR:  psql's commands are not understood at the lab's prompt",
                            "HINT:  Go to \"psql a\" (Alt-1) or \"psql b\" (Alt-2).",
                            "lab>");
            for (String line : List.of("pg_ctl status", "ls", "postgres2> ls")) {
                terminal.enter(line)
                        .awaitEnd(
                                "ERROR:  programs of the operating system are not understood at the lab's prompt",
                                "HINT:  Go to the OS prompt of a node: \"sh a\" or \"sh b\".",
                                "lab>");
            }
            terminal.enter("=> select 1;")
                    .awaitEnd(
                            "ERROR:  SQL is not understood at the lab's prompt",
                            "HINT:  Go to \"psql a\" (Alt-1) or \"psql b\" (Alt-2), or put \"|\" before it.",
                            "lab>");
            terminal.enter("\\status")
                    .awaitEnd(
                            "ERROR:  a command has no backslash at the lab's prompt",
                            "HINT:  Type \"status\".",
                            "lab>");
            terminal.enter("exit").awaitExit();
        }
    }

    /** Neither the bar nor the session outlives the lab. */
    @Test
    void aLabThatASessionDestroysIsLeft() throws Exception {
        try (Tmux terminal = Tmux.start(home, "xterm-256color", Program.pgduo(home, true, "--no-suggestions"))) {
            terminal.awaitEnd("lab>");
            terminal.enter("up").awaitEnd("node b streams from node a", "lab>");
            terminal.enter("psql a").awaitEnd("    =>");
            terminal.awaitBar(bar -> bar.contains(" streaming "));
            terminal.enter("\\destroy --yes");
            terminal.await("the end", s -> s.stream().anyMatch(l -> l.startsWith("    removed /")));
            terminal.enter("\\q").awaitEnd("lab>");
            terminal.awaitBar(String::isEmpty);
            terminal.enter("exit").awaitExit();
        } finally {
            Program.run(Program.pgduo(home, false, "-c", "destroy --yes"), "");
        }
    }
}
