package dev.pgduo.transcript.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Notes in blocks of code: words and colons before commands, and commands between settings and sentences. */
class LabelledLineTest {
    private static String fence(String... lines) {
        return "```\n" + String.join("\n", lines) + "\n```\n";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '`',
            value = {
                "Example: select 1; ` 1 select 1;",
                "Example 2 : pg_ctl -D /srv/one stop ` a pg_ctl -D /srv/one stop",
                "E.g. select 1; ` 1 select 1;",
                "e. g.: \\dt ` 1 \\dt",
                "For example: ls /tmp ` a ls /tmp",
                "Например: select 1; ` 1 select 1;",
                "Command: pg_ctl -D /srv/one stop ` a pg_ctl -D /srv/one stop"
            })
    void anExampleIsTyped(String line, String command) {
        assertThat(Steps.of("x.md", fence(line)).commands()).containsExactly(command);
        assertThat(Steps.of("x.md", "$ ls /srv\n\n" + line + "\n").commands()).containsExactly("a ls /srv", command);
        assertThat(Steps.of("x.txt", "$ ls /srv\n\n" + line + "\n").commands()).containsExactly("a ls /srv", command);
    }

    @Test
    void anExampleInWordsIsNot() {
        Steps steps = Steps.of("x.md", fence("$ ls /srv") + "Example: select one of them.\n");
        assertThat(steps.commands()).containsExactly("a ls /srv");
    }

    @Test
    void theSyntaxOfSomethingIsNotTypedAndTold() {
        Steps steps = Steps.of(
                "x.md",
                fence("Syntax : select pg_sleep(seconds);", "Example: select pg_sleep(1);", "", "select 2;")
                        + fence("select 3;", "Syntax:", "  select pg_sleep(n)", "  from t;", "select 4;"));
        assertThat(steps.commands())
                .containsExactly("1 select pg_sleep(1);", "1 select 2;", "1 select 3;", "1 select 4;");
        assertThat(steps.messages())
                .contains("left as prose: \"Syntax : select pg_sleep(seconds);\"", "left as prose: \"Syntax:\"");
    }

    @Test
    void theSyntaxIsNotTheOutputOfACommandAbove() {
        Steps steps = Steps.of(
                "x.md", fence("pg_ctl -D /srv/one status") + fence("Syntax : select f(n);", " f ", "---", " 1"));
        assertThat(steps.commands()).containsExactly("a pg_ctl -D /srv/one status");
        assertThat(steps.messages()).contains("left as prose: \"Syntax : select f(n);\"");
    }

    @Test
    void commandsStandBetweenSettingsAndSentences() {
        Steps steps = Steps.of(
                "x.md",
                fence(
                        "#archive_mode:",
                        "restore_command = 'cp /srv/archive/%f %p'",
                        "Make the file in the directory.",
                        "touch standby.signal",
                        "Note: Look whether the files come",
                        "ls -l /srv/archive/"));
        assertThat(steps.commands()).containsExactly("a touch standby.signal", "a ls -l /srv/archive/");
        assertThat(steps.imported().lab()).contains("Note: Look whether the files come");
    }

    @Test
    void twoCommandsOfWhichTheReaderTakesOneAreTold() {
        Steps steps = Steps.of(
                "x.md",
                fence("host all all 10.0.0.0/8 md5", "systemctl restart pg or pg_ctl restart") + fence("select 1;"));
        assertThat(steps.commands()).containsExactly("1 select 1;");
        assertThat(steps.messages()).contains("left as prose: \"systemctl restart pg or pg_ctl restart\"");
    }
}
