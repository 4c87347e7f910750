package dev.pgduo.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.cluster.binaries.ServerBinaries;
import dev.pgduo.cluster.node.Node;
import dev.pgduo.cluster.process.OsProcess;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.StopMode;
import dev.pgduo.fixture.Postgres;
import dev.pgduo.fixture.Servers;
import dev.pgduo.version.ServerVersion;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The downloaded server of each major runs; the build has put them into the local repository. */
class EveryMajorIT {
    @RegisterExtension
    static final Postgres POSTGRES = new Postgres();

    static List<ServerVersion> versions() {
        return Servers.sample();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void startsAnswersAndStops(ServerVersion version) throws Exception {
        assertThat(Servers.archive(version)).exists();
        ServerBinaries server = Servers.of(version);
        assertThat(server.version()).isEqualTo(version);
        runs(server, "");
        runs(server, "secret");
    }

    private void runs(ServerBinaries server, String password) throws Exception {
        Lab lab = POSTGRES.lab(server, password);
        Node node = lab.initialised(NodeName.A);
        node.start();
        assertThat(lab.query(NodeName.A).scalar("select version()")).startsWith("PostgreSQL " + server.version());
        assertThat(lab.query(NodeName.A).scalar("show wal_level")).isEqualTo("replica");
        node.stop(StopMode.FAST);
        assertThat(node.controlReport()).contains("Database cluster state:               shut down");
        assertThat(OsProcess.in(node.layout().data())).isEmpty();
    }
}
