package dev.pgduo.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgduo.cluster.backup.BackupOptions;
import dev.pgduo.cluster.backup.BackupProgress;
import dev.pgduo.cluster.node.Node;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.SlotName;
import dev.pgduo.cluster.quantity.StopMode;
import dev.pgduo.fixture.Postgres;
import dev.pgduo.fixture.Servers;
import dev.pgduo.report.LabException;
import dev.pgduo.version.ServerVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Base backups of every major, without any client program: tablespaces, all ways to get the WAL, passwords, and an interrupt. */
class EveryMajorBackupIT {
    @RegisterExtension
    static final Postgres POSTGRES = new Postgres();

    private static final SlotName SLOT = new SlotName("slot_a");

    static List<ServerVersion> versions() {
        return Servers.sample();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void aStandbyStreamsFromItsBackup(ServerVersion version) throws Exception {
        Pair pair = new Pair(version, "secret");
        Path tablespace = pair.lab.directory().resolve("a/fast disk");
        Files.createDirectory(tablespace);
        pair.lab.state().runAs().own(tablespace);
        pair.primary("create tablespace ts location '" + tablespace + "'");
        pair.primary("create table far (n) tablespace ts as select generate_series(1, 1000)");
        pair.up.slot(NodeName.A, SLOT);
        pair.copy(NodeName.A, NodeName.B, BackupOptions.standby().with(SLOT));
        pair.up.start(NodeName.B);
        new Streaming(pair.lab).await(NodeName.A, NodeName.B);
        pair.primary("insert into far values (1001)");
        new Streaming(pair.lab).catchUp(NodeName.B);
        assertThat(pair.standby("select count(*) from far")).isEqualTo("1001");
        assertThat(pair.standby("select pg_tablespace_location(oid) from pg_tablespace where spcname = 'ts'"))
                .startsWith(
                        pair.lab.directory().resolve("b/tablespaces/fast disk-").toString());
        assertThat(pair.primary("select string_agg(slot_name, ',') from pg_replication_slots"))
                .isEqualTo("slot_a");
    }

    @ParameterizedTest
    @EnumSource(BackupOptions.Wal.class)
    void theNewestTakesItsWalInEveryWay(BackupOptions.Wal wal) throws Exception {
        Pair pair = new Pair(versions().get(0), "");
        pair.primary("create table t (n) as select generate_series(1, 10)");
        pair.copy(NodeName.A, NodeName.B, BackupOptions.standby().with(wal).with(BackupOptions.Flag.NO_SYNC));
        pair.up.follow(NodeName.B, NodeName.A, Optional.empty());
        pair.up.start(NodeName.B);
        new Streaming(pair.lab).await(NodeName.A, NodeName.B);
        assertThat(pair.standby("select count(*) from t")).isEqualTo("10");
    }

    @ParameterizedTest
    @MethodSource("versions")
    void aCopyKnowsWhereItsTimelineComesFrom(ServerVersion version) throws Exception {
        Pair pair = new Pair(version, "");
        pair.copy(NodeName.A, NodeName.B, BackupOptions.standby());
        pair.up.follow(NodeName.B, NodeName.A, Optional.empty());
        pair.up.start(NodeName.B);
        pair.up.promote(NodeName.B);
        pair.up.stop(NodeName.A, StopMode.FAST);
        pair.up.checkpoint(NodeName.B);
        pair.copy(NodeName.B, NodeName.A, BackupOptions.standby());
        String file = pair.lab.capabilities().walDirectory() + "/00000002.history";
        assertThat(pair.lab.node(NodeName.A).layout().data().resolve(file))
                .hasSameTextualContentAs(
                        pair.lab.node(NodeName.B).layout().data().resolve(file));
    }

    @ParameterizedTest
    @MethodSource("versions")
    void anInterruptLeavesNothingHalfMade(ServerVersion version) throws Exception {
        Pair pair = new Pair(version, "");
        pair.primary("create table t as select g, repeat('x', 1000) as text from generate_series(1, 20000) g");
        Thread self = Thread.currentThread();
        pair.onProgress = self::interrupt;
        assertThatThrownBy(() -> pair.copy(NodeName.A, NodeName.B, BackupOptions.standby()))
                .isInstanceOf(LabException.class);
        assertThat(Thread.interrupted()).isTrue();
        pair.onProgress = () -> {};
        Node standby = pair.lab.node(NodeName.B);
        assertThat(standby.layout().data())
                .satisfiesAnyOf(
                        data -> assertThat(data).doesNotExist(),
                        data -> assertThat(data).isEmptyDirectory());
        try (var left = Files.list(standby.layout().root())) {
            assertThat(left.filter(path -> path.getFileName().toString().startsWith(".making-")))
                    .isEmpty();
        }
        pair.copy(NodeName.A, NodeName.B, BackupOptions.standby());
        assertThat(standby.layout().data().resolve("PG_VERSION")).exists();
    }

    /** A lab with a running primary. */
    private static final class Pair {
        final Lab lab;
        final StandbySteps up;
        Runnable onProgress = () -> {};

        Pair(ServerVersion version, String password) throws Exception {
            lab = POSTGRES.lab(Servers.of(version), password);
            up = new StandbySteps(lab, new StandbySteps.Listener() {
                @Override
                public void begins(NodeName node, String line) {}

                @Override
                public void progress(BackupProgress progress) {
                    onProgress.run();
                }

                @Override
                public void sql(NodeName node, String statement) {}
            });
            up.start(NodeName.A);
        }

        void copy(NodeName from, NodeName to, BackupOptions options) {
            up.copy(from, to, options, lab.backupClient(lab.node(to)), true);
        }

        String primary(String sql) throws Exception {
            return lab.query(NodeName.A).scalar(sql);
        }

        String standby(String sql) throws Exception {
            return lab.query(NodeName.B).scalar(sql);
        }
    }
}
