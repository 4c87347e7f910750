package dev.pgduo.cluster.binaries;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.version.ServerVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExtensionFilesTest {
    @TempDir
    Path root;

    private ServerBinaries server() {
        return new BinDirectory(root.resolve("lib/bin"), ServerVersion.parse("95.1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lib/share/postgresql/extension", "lib/share/extension", "share/extension"})
    void areFoundBesideTheProgramsAsTheServerWould(String place) throws IOException {
        Path directory = Files.createDirectories(root.resolve(place));
        Files.createFile(directory.resolve("plpgsql.control"));
        Files.createFile(directory.resolve("pageinspect.control"));
        ExtensionFiles files = ExtensionFiles.of(server()).orElseThrow();
        assertThat(files.has("pageinspect")).isTrue();
        assertThat(files.has("amcheck")).isFalse();
        assertThat(files.has("../extension/pageinspect")).isFalse();
    }

    @Test
    void areNotGuessedWhereThereAreNone() {
        assertThat(ExtensionFiles.of(server())).isEmpty();
    }
}
