package dev.pgduo.cluster.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FilesAsTest {
    @TempDir
    Path directory = Path.of("");

    /** This process's own rights, and the ones that servers get, which are others when this is root. */
    static Stream<RunAs> rights() {
        return Stream.of(new RunAs.Direct(), RunAs.probe());
    }

    private FilesAs files(RunAs rights) throws IOException {
        // The directory of a test is its owner's alone.
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));
        return new FilesAs(rights);
    }

    @ParameterizedTest
    @MethodSource("rights")
    void givesTheBytesBackThatItTook(RunAs rights) throws Exception {
        FilesAs files = files(rights);
        Path file = directory.resolve("it's a \"file\"");
        byte[] bytes = new byte[3_000_000];
        new Random(1).nextBytes(bytes);
        try (OutputStream out = files.write(file)) {
            out.write(bytes);
        }
        try (InputStream in = files.read(file)) {
            assertThat(in.readAllBytes()).isEqualTo(bytes);
        }
        files.write(file).close();
        assertThat(file).isEmptyFile();
    }

    @ParameterizedTest
    @MethodSource("rights")
    void needNotBeReadToItsEnd(RunAs rights) throws Exception {
        FilesAs files = files(rights);
        Path file = directory.resolve("file");
        try (OutputStream out = files.write(file)) {
            out.write(new byte[1_000_000]);
        }
        try (InputStream in = files.read(file)) {
            assertThat(in.read()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("rights")
    void saysWhyAFileCannotBeOpened(RunAs rights) throws Exception {
        FilesAs files = files(rights);
        assertThatThrownBy(() -> files.read(directory.resolve("none"))).isInstanceOf(FileSystemException.class);
        assertThatThrownBy(() -> files.write(directory.resolve("no/ne"))).isInstanceOf(FileSystemException.class);
        assertThatThrownBy(() -> files.write(directory))
                .isInstanceOfSatisfying(
                        FileSystemException.class,
                        e -> assertThat(e.getReason()).isEqualTo("Is a directory"));
    }

    @ParameterizedTest
    @MethodSource("rights")
    void saysThatTheDiskIsFull(RunAs rights) throws Exception {
        assumeTrue(Files.isWritable(Path.of("/dev/full")), "there is no /dev/full");
        FilesAs files = files(rights);
        assertThatThrownBy(() -> {
                    try (OutputStream out = files.write(Path.of("/dev/full"))) {
                        for (int i = 0; i < 100; i++) {
                            out.write(new byte[10_000]);
                        }
                    }
                })
                .hasMessageContaining("No space left on device");
    }

    @Test
    void leavesAloneWhatOthersOwn() throws Exception {
        assumeTrue(!(RunAs.probe() instanceof RunAs.Direct), "this is not root");
        FilesAs files = files(RunAs.probe());
        Path file = Files.writeString(directory.resolve("file"), "theirs");
        Files.setAttribute(file, "unix:uid", 54321);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertThatThrownBy(() -> files.write(file)).hasMessageContaining("Permission denied");
        assertThatThrownBy(() -> files.read(file)).hasMessageContaining("Permission denied");
        assertThat(file).hasContent("theirs");
    }
}
