package dev.pgduo.transcript.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Options on lines of their own below a command that has no backslash at its end. */
class OptionLinesTest {
    private static List<String> pre(String... lines) {
        return Steps.of("x.html", "<pre>\n" + String.join("\n", lines) + "\n</pre>\n")
                .commands();
    }

    @Test
    void belongToTheCommand() {
        assertThat(pre("docker run -d", "  --name one", "  -e POSTGRES_PASSWORD=x", "  postgres:16", "ls /tmp"))
                .containsExactly(
                        "a docker run -d \\\n  --name one \\\n  -e POSTGRES_PASSWORD=x \\\n  postgres:16", "a ls /tmp");
        assertThat(pre("$ pg_basebackup -h localhost", "    -D /srv/two", "    --write-recovery-conf", "done", "$ ls"))
                .containsExactly(
                        "b pg_basebackup -h localhost \\\n    -D /srv/two \\\n    --write-recovery-conf", "a ls");
        assertThat(pre("pg_basebackup -h localhost -D /srv/two", "--checkpoint=fast"))
                .containsExactly("b pg_basebackup -h localhost -D /srv/two \\\n--checkpoint=fast");
    }

    @Test
    void belongToACommandOfAParagraph() {
        assertThat(Steps.of("x.md", "pg_ctl -D /srv/one\n-l /srv/log start\n\nText\n")
                        .commands())
                .containsExactly("a pg_ctl -D /srv/one \\\n-l /srv/log start");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-rw-r--r-- 1 me me 12 one",
                "  -D: the directory",
                "  -X stream: with the wal",
                "  -R writes the settings too",
                "  -d, --dbname=DBNAME",
                "-- a remark",
                "----+----",
                "  --name (of the server)"
            })
    void areNoExplanationsAndNoOutput(String line) {
        assertThat(pre("$ pg_ctl -D /srv/one status", line)).containsExactly("a pg_ctl -D /srv/one status");
    }

    @Test
    void areNotTakenFromOutputOfFilesOrFromCommandsThatHaveEnded() {
        assertThat(pre("$ cat options", "--one", "-D two")).containsExactly("a cat options");
        assertThat(pre("$ pg_ctl start &", "  -D two")).containsExactly("a pg_ctl start &");
        assertThat(pre("$ pg_ctl start # now", "  -D two")).containsExactly("a pg_ctl start # now");
        assertThat(pre("$ psql", "--remark", "=> select 1;")).containsExactly("1 psql", "1 select 1;");
    }
}
