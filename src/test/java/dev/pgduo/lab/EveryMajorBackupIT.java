package dev.pgduo.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgduo.cluster.BackupOptions;
import dev.pgduo.cluster.BackupProgress;
import dev.pgduo.cluster.Node;
import dev.pgduo.cluster.NodeName;
import dev.pgduo.cluster.SlotName;
import dev.pgduo.cluster.binaries.ServerBinaries;
import dev.pgduo.cluster.binaries.TransferProgress;
import dev.pgduo.cluster.binaries.download.DownloadedServers;
import dev.pgduo.cluster.version.ServerVersion;
import dev.pgduo.report.LabException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Base backups of every major, without any client program: tablespaces, all ways to get the WAL, passwords, and an interrupt. */
class EveryMajorBackupIT {
    private static final DownloadedServers SERVERS = new DownloadedServers(TransferProgress.NONE);
    private static final SlotName SLOT = new SlotName("slot_a");

    @TempDir
    private Path directory = Path.of("");

    static List<ServerVersion> versions() {
        return SERVERS.versions();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void aStandbyStreamsFromItsBackup(ServerVersion version) throws Exception {
        try (Pair pair = new Pair(version, "secret")) {
            Path tablespace = pair.lab.directory().resolve("a/fast disk");
            Files.createDirectory(tablespace);
            pair.lab.state().runAs().own(tablespace);
            pair.primary("create tablespace ts location '" + tablespace + "'");
            pair.primary("create table far (n) tablespace ts as select generate_series(1, 1000)");
            pair.up.slot(NodeName.A, SLOT);
            pair.up.copy(NodeName.A, NodeName.B, BackupOptions.standby().with(SLOT));
            pair.up.start(NodeName.B);
            new Streaming(pair.lab).await(NodeName.A, NodeName.B);
            pair.primary("insert into far values (1001)");
            new Streaming(pair.lab).catchUp(NodeName.B);
            assertThat(pair.standby("select count(*) from far")).isEqualTo("1001");
            assertThat(pair.standby("select pg_tablespace_location(oid) from pg_tablespace where spcname = 'ts'"))
                    .startsWith(pair.lab
                            .directory()
                            .resolve("b/tablespaces/fast disk-")
                            .toString());
            assertThat(pair.primary("select string_agg(slot_name, ',') from pg_replication_slots"))
                    .isEqualTo("slot_a");
        }
    }

    @ParameterizedTest
    @EnumSource(BackupOptions.Wal.class)
    void theNewestTakesItsWalInEveryWay(BackupOptions.Wal wal) throws Exception {
        try (Pair pair = new Pair(versions().get(0), "")) {
            pair.primary("create table t (n) as select generate_series(1, 10)");
            pair.up.copy(
                    NodeName.A, NodeName.B, BackupOptions.standby().with(wal).with(BackupOptions.Flag.NO_SYNC));
            pair.up.follow(NodeName.B, NodeName.A, Optional.empty());
            pair.up.start(NodeName.B);
            new Streaming(pair.lab).await(NodeName.A, NodeName.B);
            assertThat(pair.standby("select count(*) from t")).isEqualTo("10");
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void anInterruptLeavesNothingHalfMade(ServerVersion version) throws Exception {
        try (Pair pair = new Pair(version, "")) {
            pair.primary("create table t as select g, repeat('x', 1000) as text from generate_series(1, 20000) g");
            Thread self = Thread.currentThread();
            pair.onProgress = self::interrupt;
            assertThatThrownBy(() -> pair.up.copy(NodeName.A, NodeName.B, BackupOptions.standby()))
                    .isInstanceOf(LabException.class);
            assertThat(Thread.interrupted()).isTrue();
            pair.onProgress = () -> {};
            Node standby = pair.lab.node(NodeName.B);
            assertThat(standby.layout().data())
                    .satisfiesAnyOf(
                            data -> assertThat(data).doesNotExist(),
                            data -> assertThat(data).isEmptyDirectory());
            try (var left = Files.list(standby.layout().root())) {
                assertThat(left.filter(path -> path.getFileName().toString().startsWith(".basebackup")))
                        .isEmpty();
            }
            pair.up.copy(NodeName.A, NodeName.B, BackupOptions.standby());
            assertThat(standby.layout().data().resolve("PG_VERSION")).exists();
        }
    }

    /** A lab with a running primary, gone at the end. */
    private final class Pair implements AutoCloseable {
        final Lab lab;
        final PairUp up;
        Runnable onProgress = () -> {};

        Pair(ServerVersion version, String password) throws Exception {
            ServerBinaries server = SERVERS.get(version).orElseThrow();
            lab = Lab.create(directory.resolve("lab"), server, password);
            up = new PairUp(lab, new PairUp.Listener() {
                @Override
                public void performed(NodeName node, dev.pgduo.cluster.Performed performed) {}

                @Override
                public void progress(BackupProgress progress) {
                    onProgress.run();
                }

                @Override
                public void sql(NodeName node, String statement) {}
            });
            up.start(NodeName.A);
        }

        String primary(String sql) throws Exception {
            return lab.query(NodeName.A).scalar(sql);
        }

        String standby(String sql) throws Exception {
            return lab.query(NodeName.B).scalar(sql);
        }

        @Override
        public void close() {
            lab.destroy();
        }
    }
}
