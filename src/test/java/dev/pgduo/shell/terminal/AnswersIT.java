package dev.pgduo.shell.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What a session asks of the person at its prompt, who answers, and what is kept of the answer: nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnswersIT {
    @TempDir
    static Path home = Path.of("");

    @BeforeAll
    void up() throws Exception {
        assertThat(run("new\nstart a\npsql a\ncreate role pupil;\n").code()).isZero();
    }

    @AfterAll
    void destroy() throws Exception {
        assertThat(run("destroy --yes\n").code()).isZero();
    }

    private static Program.Finished run(String script) throws Exception {
        return Program.run(Program.pgduo(home, false, "--quiet"), script);
    }

    private static Tmux open() throws Exception {
        Tmux terminal =
                Tmux.start(home, "xterm-256color", Program.pgduo(home, true, "--no-suggestions", "--no-status"));
        terminal.await("the greeting", s -> s.stream().anyMatch(l -> l.startsWith("-- lab in ")));
        terminal.awaitEnd("lab>");
        terminal.enter("psql a").awaitEnd("    =>");
        return terminal;
    }

    private static void leave(Tmux terminal) throws Exception {
        terminal.key("M-0").awaitEnd("lab>");
        terminal.enter("exit").awaitExit();
    }

    /** All that pgduo wrote beside the lab itself. */
    private static String written() throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.walk(home.resolve("state"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                text.append(Files.readString(file));
            }
        }
        return text.toString();
    }

    @Test
    void asksForAPasswordTwiceAndKeepsNothingOfIt() throws Exception {
        Path recorded = home.resolve("recorded.lab");
        try (Tmux terminal = open()) {
            terminal.enter("\\record start " + recorded).awaitEnd("    =>");
            terminal.enter("\\password pupil").awaitEnd("    Enter new password for user \"pupil\":");
            terminal.enter("open sesame").awaitEnd("    Enter it again:");
            terminal.enter("open sesame")
                    .awaitEnd(
                            "    => \\password pupil",
                            "    Enter new password for user \"pupil\":",
                            "    Enter it again:",
                            "    =>");
            terminal.enter("select rolpassword ~ '^(SCRAM|md5)' as changed from pg_authid where rolname = 'pupil';")
                    .awaitEnd("     changed", "    ---------", "     t", "    (1 row)", "    =>");
            terminal.enter("\\password pupil").awaitEnd("    Enter new password for user \"pupil\":");
            terminal.enter("open sesame").awaitEnd("    Enter it again:");
            terminal.enter("other").awaitEnd("    Passwords didn't match.", "    =>");
            terminal.enter("\\password pupil").awaitEnd("    Enter new password for user \"pupil\":");
            terminal.key("C-c").awaitEnd("    Enter new password for user \"pupil\": ^C", "    =>");
            leave(terminal);
        }
        assertThat(written()).contains("\\password pupil").doesNotContain("sesame");
        assertThat(Files.readString(recorded))
                .contains("%note Here session 1 asked for an answer: \\password pupil")
                .doesNotContain("sesame", "    => \\password");
    }

    @Test
    void asksForAValueAndShowsWhatIsTyped() throws Exception {
        try (Tmux terminal = open()) {
            terminal.enter("\\prompt 'the magic word? ' word").awaitEnd("    the magic word?");
            terminal.enter("plaese").awaitEnd("    the magic word? plaese", "    =>");
            terminal.enter("select length(:'word');").awaitEnd("          6", "    (1 row)", "    =>");
            leave(terminal);
        }
        assertThat(written()).contains("the magic word").doesNotContain("plaese");
    }

    @Test
    void asksNobodyInAScript() throws Exception {
        List<String> lines =
                run("psql a\n\\password pupil\nselect 1;\n").text().lines().toList();
        assertThat(lines).contains("    could not read the new password: there is no terminal", "            1");
    }
}
