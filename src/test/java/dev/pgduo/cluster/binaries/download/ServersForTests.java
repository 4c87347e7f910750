package dev.pgduo.cluster.binaries.download;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.cluster.binaries.TransferProgress;
import dev.pgduo.version.ServerVersion;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Puts every known server into Maven's local repository, before the integration tests that play on them. */
class ServersForTests {
    private static final MavenArtifacts ARTIFACTS = new MavenArtifacts(MavenSettings.read(System.getenv()));

    static List<ServerVersion> versions() {
        return Releases.versions();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void isInTheLocalRepository(ServerVersion version) throws Exception {
        String artifact = Releases.artifactVersion(version);
        ARTIFACTS.get(Platform.current(), artifact, "downloading PostgreSQL " + version, TransferProgress.NONE);
        PinnedArchives.known().check(ARTIFACTS.local(Platform.current(), artifact));
        assertThat(ARTIFACTS.local(Platform.current(), artifact)).isRegularFile();
    }
}
