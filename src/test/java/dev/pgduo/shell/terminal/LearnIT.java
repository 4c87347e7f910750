package dev.pgduo.shell.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A student on a terminal. */
class LearnIT {
    private static final String WAITING = "Enter continues, p section again";
    private static final String LAB = """
            ---
            title: Who waits
            postgres: "9.6-18"
            ---

            A pair
            ~~~~~~

            Two servers, and one sends its log to the other.

            lab> up
            ...
            node b streams from node a

                => create table payment(id int primary key, amount int);
                CREATE TABLE

            Who counts
            ~~~~~~~~~~

            The primary waits for nobody.

            %task Make b a synchronous standby of a.
            %hint The primary is told by name.
            %hint The setting is synchronous_standby_names.
            %check a: select sync_state from pg_stat_replication where application_name = 'b' => /^(sync|quorum)$/
            %wrong a: alter system set synchronous_standby_names = 'c'; select pg_reload_conf();
            %wrong a: alter system set synchronous_standby_names = 'b';

                => alter system set synchronous_standby_names = 'b';
                ALTER SYSTEM

                => select pg_reload_conf();
                 pg_reload_conf\s
                ----------------
                 t
                (1 row)
               \s

            %end

            Now it waits for b.

                => insert into payment values (1, 100);
                INSERT 0 1

            Who goes
            ~~~~~~~~

            Both have the row.

            %task Stop b.
            %check not running b
            %wrong a: select 1;
            %wrong a: checkpoint;

            lab> stop b
            ...

            %end

            A commit would wait now.

            %task Let commits go on without b.
            %hint Nobody counts any more.
            %check setting a synchronous_standby_names = /^$/
            %wrong a: select 1;
            %wrong a: alter system reset synchronous_standby_names;

                => alter system reset synchronous_standby_names;
                ALTER SYSTEM

                => select pg_reload_conf();
                 pg_reload_conf\s
                ----------------
                 t
                (1 row)
               \s

            %end

                => insert into payment values (2, 200);
                INSERT 0 1

            """;

    @TempDir
    Path home = Path.of("");

    @BeforeEach
    void write() throws Exception {
        Files.writeString(file(), LAB);
    }

    private Path file() {
        return home.resolve("waits.lab");
    }

    private List<String> words(boolean interactive, String... arguments) {
        List<String> words = new ArrayList<>(List.of("env", "XDG_CACHE_HOME=" + home.resolve("cache")));
        words.addAll(Program.pgduo(home, interactive, arguments));
        return words;
    }

    private Tmux learn(String... options) throws Exception {
        List<String> words = new ArrayList<>(List.of("learn", file().toString()));
        words.addAll(List.of(options));
        return Tmux.start(home, "xterm-256color", words(true, words.toArray(String[]::new)));
    }

    private static List<String> await(Tmux terminal, String... texts) throws Exception {
        return terminal.await(
                String.join(" and ", texts),
                screen -> Stream.of(texts)
                        .allMatch(text -> String.join("\n", screen).contains(text)));
    }

    /** Presses Enter at each stop of the text, until this is shown. */
    private static void readTo(Tmux terminal, String text) throws Exception {
        boolean there = false;
        while (!there) {
            List<String> before = terminal.await(
                    text + " or a stop",
                    screen -> isShown(screen, text) || last(screen).contains(WAITING));
            there = isShown(before, text);
            if (!there) {
                terminal.type("\r");
                terminal.await("more", screen -> !screen.equals(before));
            }
        }
    }

    private static boolean isShown(List<String> screen, String text) {
        return String.join("\n", screen).contains(text);
    }

    private static String last(List<String> screen) {
        return screen.isEmpty() ? "" : screen.get(screen.size() - 1);
    }

    private static boolean follows(List<String> screen, String text, String earlier) {
        String all = String.join("\n", screen);
        return all.contains(earlier) && all.lastIndexOf(text) > all.lastIndexOf(earlier);
    }

    private String list() throws IOException, InterruptedException {
        return Program.run(words(false, "learn"), "").text();
    }

    @Test
    void leadsAStudentThroughALab() throws Exception {
        try (Tmux terminal = learn()) {
            readTo(terminal, "-- task 1/3: Make b a synchronous standby of a.");
            terminal.awaitEnd("    =>", "task 1/3: Make b a synchronous standby of a.");
            terminal.enter("\\check");
            await(terminal, "-- not yet: sync_state is async");
            terminal.enter("alter system set");
            await(terminal, "    ->");
            terminal.enter("\\hint");
            await(terminal, "-- hint 1/2: The primary is told by name.");
            terminal.enter("synchronous_standby_names = 'c';");
            await(terminal, "ALTER SYSTEM");
            terminal.enter("select pg_reload_conf();");
            await(terminal, "(1 row)");
            terminal.enter("\\check");
            terminal.await(
                    "why not yet, once more", screen -> follows(screen, "-- not yet: sync_state is async", "(1 row)"));
            terminal.key("M-0");
            await(terminal, "lab>");
            terminal.enter("conf set synchronous_standby_names = 'b' --node a");
            await(terminal, "needs a reload");
            terminal.enter("reload a");
            await(terminal, "-- done: sync_state = sync", "task 1/3 is done: Enter continues");
            terminal.type("\r");
            await(terminal, "Now it waits for b.", "INSERT 0 1", WAITING);
            terminal.type("q");
            await(terminal, "leave? your place is saved");
            terminal.type("n");
            List<String> stayed = await(terminal, WAITING);
            assertThat(String.join("\n", stayed)).doesNotContain("Both have the row.");
            readTo(terminal, "-- task 2/3: Stop b.");
            terminal.awaitBar(bar -> bar.contains(" b standby "));
            terminal.kill();
        }
        assertThat(list()).contains("Who waits", "| 3     | 1    | 0");
        try (Tmux terminal = learn()) {
            await(
                    terminal,
                    "-- continuing where you were, in section 3 of 3",
                    "Both have the row.",
                    "-- task 2/3: Stop b.");
            terminal.awaitBar(bar -> bar.contains(" b standby "));
            terminal.enter("select count(*) from payment;");
            await(terminal, "     1");
            terminal.enter("\\show");
            await(terminal, "lab> stop b", "task 2/3 was shown: Enter continues");
            terminal.type("\r");
            readTo(terminal, "-- task 3/3: Let commits go on without b.");
            terminal.enter("\\again");
            await(terminal, "-- back to the start of section 3", "-- task 2/3 (shown before): Stop b.");
            terminal.awaitBar(bar -> bar.contains(" b standby "));
            terminal.enter("\\skip");
            await(terminal, "-- skipped; the lab is in the state after the task");
            readTo(terminal, "-- task 3/3: Let commits go on without b.");
            terminal.awaitBar(bar -> bar.contains("stopped"));
            terminal.awaitEnd("    =>", "task 3/3: Let commits go on without b.");
            terminal.key("C-d");
            await(terminal, "leave? your place is saved");
            terminal.type("y").awaitExit();
        }
        Path results = home.resolve("results.json");
        assertThat(Program.run(words(false, "learn", file().toString(), "--report", results.toString()), "")
                        .text())
                .isEmpty();
        assertThat(Files.readString(results))
                .contains("\"done with 1 hint\"", "\"skipped\"", "\"not done yet\"", "\"status\" : \"passed\"");
    }

    /** Wrong first, then a hint, then another way than the solution's; killed after it, and resumed. */
    @Test
    void isALessonOfTheCourse() throws Exception {
        List<String> lesson = words(true, "learn", "course/05", "--lang", "en");
        String task = "task 1/4: Make b a synchronous standby of a.";
        try (Tmux terminal = Tmux.start(home, "xterm-256color", lesson)) {
            readTo(terminal, "-- " + task);
            terminal.awaitEnd("    =>", task);
            terminal.enter("alter system set synchronous_standby_names = 'c';");
            await(terminal, "ALTER SYSTEM");
            terminal.enter("\\check");
            await(terminal, "-- not yet: sync_state is async");
            terminal.enter("\\hint");
            await(terminal, "-- hint 1/2: ");
            terminal.enter("\\conf set synchronous_standby_names = '*' --node a");
            await(terminal, "needs a reload");
            terminal.enter("\\reload a");
            await(terminal, "-- done: sync_state = sync", "task 1/4 is done: Enter continues");
            terminal.kill();
        }
        assertThat(list()).contains("course/05");
        try (Tmux terminal = Tmux.start(home, "xterm-256color", lesson)) {
            await(
                    terminal,
                    "-- continuing where you were, in section 2 of 6",
                    "-- Enter continues; or do it once more");
            terminal.await("the prompt", screen -> last(screen).equals(task));
            terminal.type("\r");
            await(terminal, WAITING);
            terminal.key("Escape");
            terminal.awaitEnd("-- the live prompt: Ctrl-D comes back to the text", "    =>");
            terminal.key("M-0");
            terminal.awaitEnd("lab>");
            terminal.enter("conf show synchronous_standby_names");
            await(terminal, "| b\nsource");
            terminal.awaitEnd("lab>");
            terminal.key("C-d");
            await(terminal, WAITING);
            terminal.type("q");
            await(terminal, "leave");
            terminal.type("y").awaitExit();
        }
    }

    @Test
    void offersAWayBackFromRuins() throws Exception {
        try (Tmux terminal = learn()) {
            readTo(terminal, "-- task 1/3: Make b a synchronous standby of a.");
            terminal.awaitEnd("    =>", "task 1/3: Make b a synchronous standby of a.");
            terminal.key("M-0");
            await(terminal, "lab>");
            terminal.enter("sh a");
            await(terminal, "postgres>");
            terminal.enter("kill -9 $(head -1 $PGDATA/postmaster.pid); rm -rf $PGDATA");
            await(terminal, "-- to start the section again with the lab as it was there: \\again");
            terminal.enter("\\check");
            await(terminal, "-- not yet: a is down");
            terminal.enter("\\again");
            await(terminal, "-- back to the start of section 2");
            // Half a restored lab would be a broken one.
            terminal.key("C-c");
            terminal.awaitBar(bar -> bar.contains(" a primary ") && bar.contains(" b standby "));
            terminal.awaitEnd("    =>", "task 1/3: Make b a synchronous standby of a.");
            terminal.type("drop").awaitEnd("    => drop", "task 1/3: Make b a synchronous standby of a.");
            terminal.key("C-c").awaitEnd("    =>", "task 1/3: Make b a synchronous standby of a.");
            terminal.enter("alter system set synchronous_standby_names = '*';");
            await(terminal, "ALTER SYSTEM");
            terminal.enter("select pg_reload_conf();");
            await(terminal, "-- done: sync_state = sync");
            terminal.awaitEnd("    =>", "task 1/3 is done: Enter continues");
            terminal.key("C-d");
            await(terminal, "leave? your place is saved");
            terminal.type("y").awaitExit();
        }
    }

    @Test
    void asksForATerminal() throws Exception {
        assertThat(Program.run(words(false, "learn", file().toString()), "").text())
                .startsWith("ERROR:  \"learn\" needs a terminal");
    }

    @Test
    void saysWhatItCannotWrite() throws Exception {
        assertThat(Program.run(words(false, "learn", "--report", "x.txt"), "").text())
                .contains("ERROR:  unknown kind of report: \"x.txt\"");
    }
}
