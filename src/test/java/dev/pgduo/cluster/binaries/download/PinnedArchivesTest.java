package dev.pgduo.cluster.binaries.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgduo.version.ServerVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PinnedArchivesTest {
    @TempDir
    Path directory;

    private static String name(ServerVersion version) {
        return new Platform("linux-amd64").artifactId() + "-" + Releases.artifactVersion(version) + ".jar";
    }

    @Test
    void eachMajorFrom96OnHasOneRelease() {
        assertThat(Releases.versions())
                .isSortedAccordingTo(Comparator.reverseOrder())
                .extracting(ServerVersion::majorName)
                .doesNotHaveDuplicates()
                .endsWith("11", "10", "9.6");
        assertThat(Releases.versions())
                .allSatisfy(version -> assertThat(ServerVersion.parse(Releases.artifactVersion(version)))
                        .isEqualTo(version));
    }

    @Test
    void everyReleaseHasOne() {
        for (ServerVersion version : Releases.versions()) {
            assertThat(PinnedArchives.known().of(Path.of("/m2", name(version))))
                    .as(version.toString())
                    .hasValueSatisfying(sum -> assertThat(sum).matches("[0-9a-f]{64}"));
        }
    }

    @Test
    void anotherArchiveOfThatNameIsRefused() throws IOException {
        Path archive =
                Files.writeString(directory.resolve(name(Releases.versions().get(0))), "something else");
        assertThatThrownBy(() -> PinnedArchives.known().check(archive))
                .isInstanceOf(DamagedArchive.class)
                .hasMessageMatching("its SHA-256 is [0-9a-f]{64} and not [0-9a-f]{64}");
    }

    @Test
    void theRightOneAndOneThatNobodyKnowsPass() throws IOException {
        Path known = Files.writeString(directory.resolve("known.jar"), "abc");
        PinnedArchives list = new PinnedArchives(
                Map.of("known.jar", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        assertThatCode(() -> list.check(known)).doesNotThrowAnyException();
        assertThatCode(() -> list.check(Files.writeString(directory.resolve("new.jar"), "x")))
                .doesNotThrowAnyException();
    }
}
