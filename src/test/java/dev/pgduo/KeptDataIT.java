package dev.pgduo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.fixture.Postgres;
import dev.pgduo.lab.Lab;
import dev.pgduo.lab.pair.Situation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What verbs replace comes back: by {@code undo}, when the verb fails, and after a kill. */
class KeptDataIT {
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
    }

    @AfterEach
    void leaveNothing() {
        shell.type("destroy --yes");
        shell.close();
        assertThat(directory).doesNotExist();
    }

    @Test
    void undoBringsBackWhatWasReplaced() {
        type("up; crash a; promote b");
        ask(NodeName.B, "create table mine (n int)");
        type("stop b; start a --force");
        ask(NodeName.A, "create table yours (n int)");
        type("basebackup --from a --to b --yes; start b");
        assertThat(ask(NodeName.B, "select to_regclass('mine') is null")).isEqualTo("t");
        assertThat(shell.type("undo").text()).contains("basebackup", "b ");
        type("stop a; stop b; undo b; start b --force");
        assertThat(ask(NodeName.B, "select to_regclass('mine') is null")).isEqualTo("f");
        assertThat(shell.type("undo").text()).contains("undo");
    }

    @Test
    void aBackupThatFailsLeavesTheDataAsTheyWere() {
        type("up; stop b; conf set max_wal_senders 0 --node a; restart a");
        assertThat(shell.type("basebackup --from a --to b").failed()).isTrue();
        assertThat(lab().node(NodeName.B).layout().data().resolve("PG_VERSION")).exists();
        assertThat(directory.resolve("kept"))
                .satisfiesAnyOf(
                        kept -> assertThat(kept).doesNotExist(),
                        kept -> assertThat(kept).isEmptyDirectory());
    }

    @Test
    void tablespacesAreNobodysLoss() {
        type("up");
        Path location = lab().node(NodeName.A).layout().root().resolve("space");
        type("sh a; mkdir " + location + "; exit");
        ask(NodeName.A, "create tablespace other location '" + location + "'");
        ask(NodeName.A, "create table there tablespace other as select 1 as n");
        for (int round = 0; round < 2; round++) {
            type("stop b; basebackup --from a --to b; start b; catchup");
            assertThat(ask(NodeName.A, "select n from there")).isEqualTo("1");
            assertThat(ask(NodeName.B, "select n from there")).isEqualTo("1");
        }
        type("stop b; undo b; start b; catchup");
        assertThat(ask(NodeName.B, "select n from there")).isEqualTo("1");
    }

    @Test
    void aKilledVerbIsUndoneByTheNextPgduo() throws Exception {
        type("up; stop b");
        Path data = lab().node(NodeName.B).layout().data();
        shell.close();
        Path pending = Files.createDirectories(directory.resolve("kept/.b-1"));
        Files.writeString(pending.resolve("reason"), "basebackup");
        Files.move(data, pending.resolve("data"));
        shell = HeadlessShell.open(directory, state);
        assertThat(lab().check().look().verdict().situation()).isEqualTo(Situation.STANDBY_STOPPED);
        assertThat(pending).doesNotExist();
        type("start b");
        assertThat(lab().check().look().verdict().situation()).isEqualTo(Situation.HEALTHY);
    }

    @Test
    void anEmptiedNodeIsNotInitialisedUnasked() {
        type("up; stop b; sh b; rm -rf $PGDATA; ls; exit");
        assertThat(shell.type("start b").text()).contains("its data directory is empty", "HINT:  ");
        type("up");
        assertThat(lab().check().look().verdict().situation()).isEqualTo(Situation.HEALTHY);
    }

    @Test
    void aSwitchoverLosesNoRowThereAndBack() {
        type("up");
        ask(NodeName.A, "create table rows (n int)");
        ask(NodeName.A, "insert into rows select generate_series(1, 1000)");
        type("switchover");
        ask(NodeName.B, "insert into rows values (1001)");
        type("switchover; down; up");
        assertThat(ask(NodeName.A, "select count(*) from rows")).isEqualTo("1001");
        assertThat(lab().check().look().verdict().primary()).isEqualTo(NodeName.A);
    }

    private Lab lab() {
        return shell.current().lab();
    }

    private void type(String lines) {
        for (String line : lines.split("; ", -1)) {
            HeadlessShell.Typed typed = shell.type(line.strip());
            assertThat(typed.failed()).as(line + "\n" + typed.text()).isFalse();
        }
    }

    private String ask(NodeName node, String statement) {
        return lab().query(node).ask(statement);
    }
}
