package dev.pgduo.lab.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgduo.cluster.files.OwnFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody else put where labs are thrown away. Another user is played with a second user id by root, else by mode bits. */
class ThrowAwayPlaceTest {
    private static final int SOMEBODY = 65534;

    @TempDir
    Path parent;

    private Path own;
    private Path treasure;

    @BeforeEach
    void treasure() throws IOException {
        own = parent.toRealPath().resolve("pgduo-" + OwnFiles.user());
        treasure = Files.createDirectory(parent.resolve("treasure"));
        Files.writeString(treasure.resolve("file"), "precious");
    }

    private ThrowAwayPlace place() throws IOException {
        return ThrowAwayPlace.of(Map.of("TMPDIR", parent.toString()));
    }

    @Test
    void makesADirectoryAgainWhenNobodyHasIt() throws IOException {
        ThrowAwayDirectory first = place().create();
        Path path = first.path();
        assertThat(place().createAgain(path)).isEmpty();
        first.gone();
        ThrowAwayDirectory again = place().createAgain(path).orElseThrow();
        assertThat(again.path()).isEqualTo(path).isEmptyDirectory();
        again.gone();
        assertThat(place().createAgain(path.resolveSibling("treasure"))).isEmpty();
        assertThat(place().createAgain(treasure.resolve("lab-x"))).isEmpty();
        assertThat(own).isEmptyDirectory();
    }

    private static Path directory(Path path, String permissions) throws IOException {
        Files.createDirectory(path);
        return Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    private static void toSomebody(Path path) throws IOException {
        Assumptions.assumeTrue(OwnFiles.user() == 0, "only root can give files away");
        try (Stream<Path> all = Files.walk(path)) {
            for (Path each : all.toList()) {
                Files.setAttribute(each, "unix:uid", SOMEBODY, java.nio.file.LinkOption.NOFOLLOW_LINKS);
            }
        }
    }

    /** A lab's state that names a program of its own, as the sweep of an earlier version would have run it. */
    private Path baited(Path lab) throws IOException {
        Path bin = Files.createDirectory(lab.resolve("bin"));
        for (String program : List.of("postgres", "initdb", "pg_ctl")) {
            Path script = Files.writeString(
                    bin.resolve(program),
                    "#!/bin/sh\ntouch " + parent.resolve("sprung") + "\necho 'postgres (PostgreSQL) 15.1'\n");
            Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        Files.writeString(
                lab.resolve("lab.properties"), "bin=" + bin + "\nrun-as=direct\npassword=\nport.a=5432\nport.b=5433\n");
        return lab;
    }

    private void assertTreasure() {
        assertThat(treasure.resolve("file")).hasContent("precious");
        assertThat(parent.resolve("sprung")).doesNotExist();
    }

    @Test
    void isADirectoryThatOnlyItsOwnerCanEnter() throws IOException {
        assertThat(place().directory()).isEqualTo(own);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(own)))
                .isEqualTo("rwx------");
        assertThat(place().directory()).isEqualTo(own);
    }

    @Test
    void aDirectoryOfSomebodyElseIsNamedAndLeftAlone() throws IOException {
        directory(own, "rwx------");
        Path lab = baited(Files.createDirectory(own.resolve("lab-1")));
        toSomebody(own);
        assertThatThrownBy(this::place).hasMessageContaining("\"" + own + "\" belongs to user-ID " + SOMEBODY);
        assertThat(lab.resolve("lab.properties")).exists();
        assertTreasure();
    }

    @Test
    void aDirectoryThatOthersCanWriteIsNamedAndLeftAlone() throws IOException {
        directory(own, "rwxrwxrwx");
        Path lab = baited(Files.createDirectory(own.resolve("lab-1")));
        assertThatThrownBy(this::place).hasMessageContaining("\"" + own + "\" can be written by others (mode 0777)");
        assertThat(lab).exists();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(own)))
                .isEqualTo("rwxrwxrwx");
    }

    @Test
    void aLinkIsNamedAndLeftAlone() throws IOException {
        Files.createSymbolicLink(own, treasure);
        assertThatThrownBy(this::place).hasMessageContaining("\"" + own + "\" is a symbolic link");
        assertThat(treasure.resolve("file")).exists();
        assertThat(own).isSymbolicLink();
    }

    @Test
    void whatIsPlantedInOneDirectoryDoesNotKeepLabsFromTheNext() throws IOException {
        directory(own, "rwxrwxrwx");
        Path other = Files.createDirectory(parent.resolve("other"));
        assertThat(ThrowAwayPlace.in(List.of(parent, other)).directory().getParent())
                .isEqualTo(other.toRealPath());
    }

    @Test
    void aLabOfSomebodyElseStays() throws IOException {
        ThrowAwayPlace place = place();
        Path lab = baited(directory(own.resolve("lab-2"), "rwx------"));
        toSomebody(lab);
        place.sweep();
        assertThat(lab.resolve("lab.properties")).exists();
        assertTreasure();
    }

    @Test
    void aLabThatOthersCanWriteStays() throws IOException {
        ThrowAwayPlace place = place();
        Path lab = baited(directory(own.resolve("lab-2"), "rwxrwxrwx"));
        place.sweep();
        assertThat(lab.resolve("lab.properties")).exists();
        assertTreasure();
    }

    @Test
    void aLinkInTheNameOfALabStays() throws IOException {
        ThrowAwayPlace place = place();
        baited(treasure);
        Path link = Files.createSymbolicLink(own.resolve("lab-3"), treasure);
        place.sweep();
        assertThat(link).isSymbolicLink();
        assertTreasure();
    }

    @Test
    void aLockThatIsALinkIsNotWrittenThrough() throws IOException {
        ThrowAwayPlace place = place();
        Path lab = baited(directory(own.resolve("lab-4"), "rwx------"));
        Files.createSymbolicLink(lab.resolve("lock"), treasure.resolve("file"));
        place.sweep();
        Path claimed = directory(own.resolve("lab-5"), "rwx------");
        Files.createSymbolicLink(own.resolve("lab-5.lock"), treasure.resolve("file"));
        place.sweep();
        assertThat(lab.resolve("lock")).isSymbolicLink();
        assertThat(claimed).exists();
        assertTreasure();
    }

    @Test
    void aLockWithASecondNameIsNotWrittenThrough() throws IOException {
        ThrowAwayPlace place = place();
        Path lab = directory(own.resolve("lab-4"), "rwx------");
        Files.createLink(lab.resolve("lock"), treasure.resolve("file"));
        place.sweep();
        assertThat(lab).exists();
        assertTreasure();
    }

    @Test
    void theStateOfALeftLabIsNotBelieved() throws IOException {
        ThrowAwayPlace place = place();
        Path lab = baited(directory(own.resolve("lab-6"), "rwx------"));
        Path a = Files.createDirectories(lab.resolve("a"));
        Files.writeString(a.resolve("socket-directory"), treasure + "\n");
        Files.createSymbolicLink(a.resolve("data"), treasure);
        Files.createSymbolicLink(lab.resolve("b"), treasure);
        place.sweep();
        assertThat(lab).doesNotExist();
        assertTreasure();
    }

    /** The number in postmaster.pid may be any process's. */
    @Test
    void onlyAServerOfTheLabIsEnded() throws IOException {
        ThrowAwayPlace place = place();
        Process bystander =
                new ProcessBuilder("sleep", "600").directory(treasure.toFile()).start();
        try {
            Path lab = directory(own.resolve("lab-7"), "rwx------");
            Path data = Files.createDirectories(lab.resolve("a/data"));
            Files.writeString(
                    data.resolve("postmaster.pid"), bystander.pid() + "\n" + data + "\n1\n5432\n\n\n0 0\nready\n");
            place.sweep();
            assertThat(lab).doesNotExist();
            assertThat(bystander.isAlive()).isTrue();
        } finally {
            bystander.destroyForcibly();
        }
    }

    @Test
    void oneThatCannotBeRemovedKeepsNoOther() throws IOException {
        ThrowAwayPlace place = place();
        Path plant = directory(own.resolve("lab-1"), "rwxrwxrwx");
        Path left = directory(own.resolve("lab-2"), "rwx------");
        place.sweep();
        assertThat(plant).exists();
        assertThat(left).doesNotExist();
    }

    @Test
    void whatAKillLeavesAtAnyMomentGoes() throws IOException {
        ThrowAwayPlace place = place();
        Files.writeString(own.resolve("lab-1.lock"), "1");
        directory(own.resolve("lab-2"), "rwx------");
        Files.writeString(own.resolve("lab-2.lock"), "1");
        Files.createDirectories(own.resolve("lab-3/a"));
        Files.createDirectories(own.resolve(".lab-4.removed-0/a/data"));
        Files.writeString(own.resolve("lab-4.lock"), "1");
        Files.setPosixFilePermissions(own.resolve("lab-3"), PosixFilePermissions.fromString("rwx------"));
        place.sweep();
        assertThat(own).isEmptyDirectory();
    }

    @Test
    void whatIsHeldStays() throws IOException {
        ThrowAwayPlace place = place();
        ThrowAwayDirectory held = place.create();
        Path kept = place.keep();
        place.sweep();
        assertThat(held.path()).exists();
        assertThat(kept).exists();
        held.gone();
        assertThat(own).isDirectoryContaining(path -> path.equals(kept));
        assertThat(own.toFile().list()).hasSize(1);
    }

    @Test
    void whatWasOpenedByItsNameStays() throws IOException {
        ThrowAwayPlace place = place();
        Path left = directory(own.resolve("lab-8"), "rwx------");
        try (LabLock opened = LabLock.take(left)) {
            place.sweep();
            assertThat(left).exists();
        }
        place.sweep();
        assertThat(own).isEmptyDirectory();
    }

    /** The file of a claim is there before it is locked. */
    @Test
    void oneIsMadeWhileAnotherPgduoLooksForWhatWasLeft() throws Exception {
        ThrowAwayPlace place = place();
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        SweepMain.class.getName(),
                        parent.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertThat(other.inputReader().readLine()).isEqualTo("sweeps");
            for (int lab = 0; lab < 300; lab++) {
                ThrowAwayDirectory made = place.create();
                assertThat(made.path()).isDirectory();
                made.gone();
            }
        } finally {
            other.destroyForcibly().waitFor();
        }
    }
}
