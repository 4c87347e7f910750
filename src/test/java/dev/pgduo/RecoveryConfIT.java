package dev.pgduo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.fixture.Postgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The settings of recovery.conf, on a server that has the file: {@code conf} treats them like all others. */
class RecoveryConfIT {
    @RegisterExtension
    static final Postgres POSTGRES = new Postgres();

    @TempDir
    private Path state = Path.of("");

    private Path directory = Path.of("");
    private HeadlessShell shell;

    @BeforeEach
    void open() throws IOException {
        directory = POSTGRES.directory();
        shell = HeadlessShell.open(directory, state);
        assertThat(type("new --pg 11 --auth trust")).doesNotContain("ERROR");
    }

    @AfterEach
    void leaveNothing() {
        shell.type("destroy --yes");
        shell.close();
    }

    private String type(String line) {
        return shell.type(line).text();
    }

    private String file() throws IOException {
        return Files.readString(directory.resolve("a/data/recovery.conf"));
    }

    @Test
    void areSetAppendedShownAndReset() throws IOException {
        assertThat(type("conf set recovery_target_name rp --node a"))
                .contains("recovery.conf:1: recovery_target_name (not set) -> 'rp'", "the node starts in recovery");
        assertThat(type("conf set recovery_min_apply_delay 2s --node a --file recovery.conf"))
                .doesNotContain("the node starts in recovery");
        type("conf append \"trigger_file = '/tmp/promote'\" --node a");
        assertThat(file())
                .isEqualTo(
                        "recovery_target_name = 'rp'\nrecovery_min_apply_delay = '2s'\ntrigger_file = '/tmp/promote'\n");
        assertThat(type("conf show recovery_target --node a")).contains("recovery_target      | (not set)", "(2 rows)");
        assertThat(type("conf show recovery --node a"))
                .contains("recovery_min_apply_delay | 2s ", "recovery.conf:2", "(2 rows)");
        assertThat(type("conf reset recovery_target_name --node a")).contains("'rp' -> (not set)");
        assertThat(file()).doesNotContain("recovery_target_name");
        assertThat(Files.readString(directory.resolve("a/data/postgresql.auto.conf")))
                .doesNotContain("recovery", "trigger_file");
    }

    @Test
    void areShownAndComparedWhileTheNodeRuns() {
        type("start a");
        assertThat(type("conf set restore_command 'cp /archive/%f %p' --node a"))
                .contains("needs a restart");
        assertThat(type("conf show restore_command --node a")).contains("cp /archive/%f %p", "(1 row)");
        assertThat(type("conf diff")).contains("restore_command ");
        assertThat(type("conf show primary_conninfo --node a"))
                .contains("primary_conninfo | (not set) ", "(1 row)")
                .doesNotContain("ERROR");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            conf set recovery_target_inclusive maybe --node a         | parameter "recovery_target_inclusive" requires a Boolean value
            conf set recovery_target_action stop --node a             | Available values: pause, promote, shutdown.
            conf set recovery_min_apply_delay 2x --node a             | invalid value for parameter "recovery_min_apply_delay": "2x"
            conf set recovery_target_timeline newest --node a         | recovery_target_timeline is not a valid number: "newest"
            conf set recovery_target_xid x --node a                   | recovery_target_xid is not a valid number: "x"
            conf set recovery_target_lsn 12 --node a                  | invalid input syntax for type pg_lsn: "12"
            conf set work_mem 8MB --node a --file recovery.conf       | unrecognized recovery parameter "work_mem"
            conf set restore_command x --node a --file postgresql.conf | "restore_command" cannot be set in postgresql.conf
            conf set restore_command --node a                         | conf set needs a value for restore_command
            """)
    void areCheckedAsTheServerWould(String line, String error) {
        assertThat(type(line)).contains("ERROR:", error);
        assertThat(directory.resolve("a/data/recovery.conf")).doesNotExist();
    }

    @Test
    void theOldestAsksForPasswordsByMd5() {
        type("destroy --yes");
        assertThat(type("new --pg 9.6")).contains(", md5 authentication");
        assertThat(type("conf show recovery_target_lsn --node a"))
                .contains("(0 rows)")
                .doesNotContain("It belongs into recovery.conf");
    }

    @Test
    void aRefusalHasTheWordsOfItsMajor() {
        type("hba remove 1 --node a");
        assertThat(type("hba test --user carol --db postgres --addr 10.0.0.1 --node a"))
                .contains("no pg_hba.conf entry for host \"10.0.0.1\", user \"carol\", database \"postgres\", SSL off");
    }
}
