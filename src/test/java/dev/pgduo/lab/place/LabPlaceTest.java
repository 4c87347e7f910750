package dev.pgduo.lab.place;

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

    /** What a kill between two steps of making or removing a lab leaves is no lab, and in nobody's way. */
    @Test
    void halfMadeAndHalfRemovedLabsGo() throws IOException {
        Path named = directory.resolve("lab");
        Path gone = Files.createDirectories(directory.resolve(".lab.removed-x/a/data"));
        Files.createSymbolicLink(named, Path.of("/var/tmp/pgduo-labs/not-made"));
        LabPlace place = LabPlace.make(named, new RunAs.Direct());
        assertThat(place.real()).isEqualTo(named).isDirectory();
        assertThat(gone).doesNotExist();
        Files.writeString(named.resolve(".removed"), "what was lab.properties");
        Files.createDirectories(named.resolve("a/data"));
        LabPlace.make(named, new RunAs.Direct());
        assertThat(named).isEmptyDirectory();
    }

    /** A kill after the first step of a removal, and before the last. */
    @Test
    void aLabLosesItsNameBeforeItsFiles() throws IOException {
        Path named = directory.resolve("lab");
        LabPlace place = LabPlace.make(named, new RunAs.Direct());
        Files.writeString(named.resolve("lab.properties"), "");
        Files.createDirectories(named.resolve("a/data"));
        Path gone = place.withoutName();
        assertThat(named).doesNotExist();
        assertThat(gone.resolve("a/data")).exists();
        assertThat(new LabDirectories(directory).names()).isEmpty();
        LabPlace.make(named, new RunAs.Direct()).remove();
        assertThat(directory).isEmptyDirectory();
    }
}
