package dev.pgduo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.fixture.Postgres;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** {@code slot drop}, where somebody needs the slot. */
class SlotCommandsIT {
    @RegisterExtension
    static final Postgres POSTGRES = new Postgres();

    @Test
    void aBackupThatFailsLeavesNoSlot(@TempDir Path state) throws IOException {
        try (HeadlessShell shell = HeadlessShell.open(POSTGRES.directory(), state)) {
            for (String line : new String[] {
                "new --auth trust",
                "conf set max_wal_senders 0 --node a",
                "conf set archive_mode off --node a",
                "start a"
            }) {
                assertThat(shell.type(line).text()).doesNotContain("ERROR");
            }
            assertThat(shell.type("basebackup --from a --to b --slot s").text())
                    .contains("ERROR:  ", "max_wal_senders");
            assertThat(shell.type("slot list --node a").text()).contains("(0 rows)");
            shell.type("destroy --yes");
        }
    }

    @Test
    void aSubscriptionsSlotIsDroppedOnlyByForce(@TempDir Path state) throws IOException {
        try (HeadlessShell shell = HeadlessShell.open(POSTGRES.directory(), state)) {
            for (String line :
                    new String[] {"new --auth trust", "conf set wal_level logical --node a", "start a", "start b"}) {
                assertThat(shell.type(line).text()).doesNotContain("ERROR");
            }
            var lab = shell.current().lab();
            lab.query(NodeName.A).ask("create publication p for all tables");
            lab.query(NodeName.B)
                    .ask("create subscription s connection 'host=127.0.0.1 dbname=postgres user=postgres port="
                            + lab.port(NodeName.A) + "' publication p");
            assertThat(shell.type("slot drop s --node a").text())
                    .contains(
                            "ERROR:  replication slot \"s\" of node a belongs to the subscription \"s\" of node b",
                            "HINT:  Drop the subscription there, which drops the slot, or add --force.");
            lab.query(NodeName.A)
                    .ask("create subscription own connection 'host=127.0.0.1' publication p with (connect = false)");
            lab.query(NodeName.A).ask("select pg_create_logical_replication_slot('own', 'pgoutput')");
            assertThat(shell.type("slot drop own --node a").text())
                    .contains("replication slot \"own\" of node a belongs to the subscription \"own\" of node a");
            lab.query(NodeName.B).ask("alter subscription s disable");
            lab.query(NodeName.B).ask("alter subscription s set (slot_name = none)");
            lab.query(NodeName.B).ask("drop subscription s");
            assertThat(shell.type("slot drop s --node a --force").text()).doesNotContain("belongs to");
            shell.type("destroy --yes");
        }
    }
}
