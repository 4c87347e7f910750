package dev.pgduo.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.cluster.process.RunAs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabPlaceTest {
    @TempDir
    Path directory;

    @Test
    void aLabIsWhereItWasAskedFor() throws IOException {
        LabPlace place = LabPlace.make(directory.resolve("x/lab"), new RunAs.Direct());
        assertThat(place.real()).isEqualTo(place.named()).isDirectory();
        place.remove();
        assertThat(place.named()).doesNotExist();
    }

    @Test
    void aServerOfAnotherUserGetsADirectoryThatItCanEnter() throws IOException {
        Assumptions.assumeTrue(System.getProperty("user.name").equals("root"), "only root can become somebody else");
        Path home = Files.createDirectory(
                directory.resolve("home"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        LabPlace place = LabPlace.make(home.resolve("lab"), new RunAs.Setpriv("nobody"));
        assertThat(place.named()).isSymbolicLink();
        assertThat(place.real()).isDirectory().doesNotHaveToString(place.named().toString());
        assertThat(LabPlace.find(place.named()).real()).isEqualTo(place.real());
        place.remove();
        assertThat(place.real()).doesNotExist();
        assertThat(Files.isSymbolicLink(place.named())).isFalse();
    }
}
