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

    private static boolean atPrompt(List<String> screen) {
        return screen.get(screen.size() - 1).equals("postgres>");
    }

    @Test
    void takesTheLabsCommandsBehindABackslash() throws Exception {
        try (Tmux terminal = open()) {
            terminal.enter("\\status");
            terminal.await("the lab's state", screen -> has(screen, "node a: stopped") && atPrompt(screen));
            terminal.enter("\\basename /x/y").awaitEnd("y", "postgres>");
            terminal.enter("\\q").awaitEnd("lab>");
            terminal.enter("exit").awaitExit();
        }
    }

    @Test
    void recordsNoEchoOfWhatWasTypedAhead() throws Exception {
        Path lab = home.resolve("ahead.lab");
        Path go = home.resolve("go");
        try (Tmux terminal = open()) {
            terminal.enter("\\record start " + lab);
            terminal.await("it begins", screen -> has(screen, "recording to ") && atPrompt(screen));
            terminal.enter("until [ -e " + go + " ]; do sleep 0.05; done; echo there");
            terminal.enter("echo ahead");
            terminal.await("the echo", screen -> screen.contains("echo ahead"));
            Files.createFile(go);
            terminal.await("both", screen -> screen.contains("there") && screen.contains("ahead") && atPrompt(screen));
            terminal.enter("\\record stop --no-verify");
            terminal.await("it ends", screen -> has(screen, "recorded 2 steps") && atPrompt(screen));
            leave(terminal);
        }
        assertThat(Files.readString(lab)).contains("echo there\nthere\n\npostgres> echo ahead\nahead");
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
            terminal.enter("sleep 1000 &").await("the job's number", screen -> has(screen, "[1] ") && atPrompt(screen));
            terminal.enter("jobs").await("the job", screen -> has(screen, "[1]+  Running"));
            terminal.type("cat no\t").await("the file's name", screen -> has(screen, "cat notes"));
            terminal.enter("").awaitEnd("it's here", "postgres>");
            terminal.type("basena\t").await("the program's name", screen -> has(screen, "postgres> basename"));
            terminal.enter("x/y").awaitEnd("y", "postgres>");
            terminal.enter("kill %1; wait").await("the job's end", screen -> has(screen, "Terminated"));
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
            leave(terminal);
        }
    }

    @Test
    void controlsJobs() throws Exception {
        try (Tmux terminal = open()) {
            terminal.enter("echo begun; sleep 1000; echo never").awaitForeground("sleep 1000");
            terminal.key("C-c").awaitEnd("begun", "^C", "postgres>");
            terminal.enter("echo $?; sleep 2000").awaitForeground("sleep 2000");
            terminal.await("the exit status", screen -> screen.contains("130"));
            terminal.key("C-z").await("that it stopped", screen -> has(screen, "[1]+  Stopped") && atPrompt(screen));
            terminal.enter("clear; jobs | cut -c 1-13; bg %1")
                    .await("the job", screen -> screen.contains("[1]+ sleep 2000 &") && atPrompt(screen));
            terminal.enter("clear; fg; echo $?").awaitForeground("sleep 2000");
            terminal.key("C-c").await("its end", screen -> has(screen, "^C") && atPrompt(screen));
            terminal.enter("clear; (until test -e go; do sleep 0.1; done; echo late) &")
                    .await("the job's number", screen -> has(screen, "[1] ") && atPrompt(screen));
            Files.createFile(home.resolve("lab/a/go"));
            terminal.awaitEnd("late", "postgres>");
            leave(terminal);
        }
    }

    @Test
    void talksToPrograms() throws Exception {
        try (Tmux terminal = open()) {
            terminal.enter("read -p 'name? ' name; echo \"<$name>\"")
                    .await("the question", screen -> screen.contains("name?"));
            terminal.enter("Ada").awaitEnd("name? Ada", "<Ada>", "postgres>");
            terminal.enter("echo go; cat").await("the program", screen -> screen.contains("go"));
            terminal.type("o").await("the echo", screen -> screen.contains("o"));
            terminal.enter("ne").awaitEnd("one", "one");
            terminal.key("C-d").awaitEnd("one", "one", "postgres>");
            terminal.enter("until test -e here; do sleep 0.1; done").enter("echo ahead");
            Files.createFile(home.resolve("lab/a/here"));
            terminal.awaitEnd("postgres> echo ahead", "ahead", "postgres>");
            leave(terminal);
        }
        assertThat(Files.readString(home.resolve("state/pgduo/session.log")))
                .contains("postgres> echo ahead\nahead\n", "name? Ada\n<Ada>\n");
    }

    @Test
    void knowsTheWindow() throws Exception {
        try (Tmux terminal = open()) {
            terminal.awaitBar(bar -> bar.contains("b "));
            terminal.enter("stty size; echo $COLUMNS").awaitEnd("22 80", "80", "postgres>");
            terminal.resize(100, 30);
            terminal.enter("stty size; echo $COLUMNS").awaitEnd("28 100", "100", "postgres>");
            terminal.enter("seq 1 500 > rows; less rows");
            terminal.await("all of its rows", screen -> screen.contains("29"));
            terminal.resize(90, 20);
            terminal.await("fewer rows", screen -> screen.contains("19") && !screen.contains("20"));
            terminal.type("q").await("the prompt", OsPromptTerminalIT::atPrompt);
            terminal.awaitBar(bar -> bar.contains("b "));
            leave(terminal);
        }
    }

    @Test
    void callsThingsAsTheHandOut() throws Exception {
        try (Tmux terminal = open()) {
            terminal.enter("pwd; echo $PGDATA; echo port=$PGPORT")
                    .awaitEnd("/home/postgres", "/usr/local/pgsql/data", "port=5432", "postgres>");
            terminal.enter("cd /usr/local/pgsql/data; head -c 2 PG_VERSION | wc -c; cd")
                    .awaitEnd("2", "postgres>");
            terminal.enter("exit").awaitEnd("lab>");
            terminal.enter("start a")
                    .await(
                            "its command",
                            screen -> has(screen, "pg_ctl start -D /usr/local/pgsql/data") && atLab(screen));
            terminal.enter("sh a").await("the prompt", OsPromptTerminalIT::atPrompt);
            terminal.enter("echo; \\psql -Atc 'show port'").awaitEnd("5432", "postgres>");
            terminal.enter("exit").awaitEnd("lab>");
            terminal.enter("stop a").await("that it stopped", screen -> has(screen, "server stopped") && atLab(screen));
            terminal.enter("sh a").awaitEnd("postgres>");
            leave(terminal);
        }
        try (Tmux terminal = Tmux.start(home, "xterm-256color", real())) {
            terminal.awaitEnd("lab>");
            terminal.enter("sh a").awaitEnd("postgres>");
            terminal.enter("pwd").awaitEnd(home.resolve("lab/a").toString(), "postgres>");
            leave(terminal);
        }
    }

    private static boolean atLab(List<String> screen) {
        return screen.get(screen.size() - 1).equals("lab>");
    }

    private static List<String> real() {
        List<String> words = new ArrayList<>(Program.pgduo(home, true));
        words.add("--real-paths");
        return words;
    }

    @Test
    void completesWhatIsTyped() throws Exception {
        try (Tmux terminal = open()) {
            terminal.enter("mkdir -p 'old things/attic'; echo lamp > 'old things/attic/inventory'")
                    .awaitEnd("postgres>");
            terminal.type("cat ol\t").await("the directory", screen -> has(screen, "cat old\\ things/"));
            terminal.key("C-c").await("the prompt", OsPromptTerminalIT::atPrompt);
            terminal.enter("cd 'old things'").awaitEnd("postgres>");
            terminal.type("cat at\t").await("the directory", screen -> has(screen, "cat attic/"));
            terminal.type("inv\t").await("the file", screen -> has(screen, "cat attic/inventory"));
            terminal.enter("").awaitEnd("lamp", "postgres>");
            terminal.type("ls /usr/local/pgsql/d\t").await("the path", screen -> has(screen, "pgsql/data/"));
            terminal.type("postgresql.a\t").await("the file", screen -> has(screen, "data/postgresql.auto.conf"));
            terminal.enter("").awaitEnd("/usr/local/pgsql/data/postgresql.auto.conf", "postgres>");
            terminal.type("cd && ls $PGDATA/PG_V\t").await("the file", screen -> has(screen, "/PG_VERSION"));
            terminal.key("C-c").await("the prompt", OsPromptTerminalIT::atPrompt);
            terminal.type("true; pg_control\t").await("the program", screen -> has(screen, "true; pg_controldata"));
            terminal.key("C-c").await("the prompt", OsPromptTerminalIT::atPrompt);
            leave(terminal);
        }
    }
}
