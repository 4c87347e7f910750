package dev.pgduo.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.cluster.Node;
import dev.pgduo.cluster.NodeName;
import dev.pgduo.cluster.StopMode;
import dev.pgduo.cluster.binaries.ServerBinaries;
import dev.pgduo.cluster.binaries.TransferProgress;
import dev.pgduo.cluster.binaries.download.DownloadedServers;
import dev.pgduo.cluster.process.OsProcess;
import dev.pgduo.cluster.version.ServerVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The downloaded server of each major runs; the build has put them into the local repository. */
class EveryMajorIT {
    private static final DownloadedServers SERVERS = new DownloadedServers(TransferProgress.NONE);

    @TempDir
    private Path directory = Path.of("");

    static List<ServerVersion> versions() {
        return SERVERS.versions();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void startsAnswersAndStops(ServerVersion version) throws Exception {
        assertThat(SERVERS.archive(version)).exists();
        ServerBinaries server = SERVERS.get(version).orElseThrow();
        assertThat(server.version()).isEqualTo(version);
        runs(server, "");
        runs(server, "secret");
    }

    private void runs(ServerBinaries server, String password) throws Exception {
        Lab lab = Lab.create(directory.resolve("lab"), server, password);
        try (lab) {
            Node node = lab.initialised(NodeName.A);
            node.start();
            assertThat(lab.query(NodeName.A).scalar("select version()")).startsWith("PostgreSQL " + server.version());
            assertThat(lab.query(NodeName.A).scalar("show wal_level")).isEqualTo("replica");
            node.stop(StopMode.FAST);
            assertThat(OsProcess.in(node.layout().data())).isEmpty();
        } finally {
            lab.destroy();
        }
        assertThat(Files.exists(lab.directory())).isFalse();
    }
}
