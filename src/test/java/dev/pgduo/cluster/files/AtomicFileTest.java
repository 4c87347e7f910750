package dev.pgduo.cluster.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgduo.report.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    Path directory;

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void writesANewFileForItsOwnerOnly() throws IOException {
        Path file = directory.resolve("x.conf");
        AtomicFile.replace(file, "é\n");
        assertThat(file).hasContent("é");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(names()).containsExactly("x.conf");
    }

    @Test
    void keepsModeAndOneBackup() throws IOException {
        Path file = Files.writeString(directory.resolve("x.conf"), "1");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        AtomicFile.replace(file, "2");
        AtomicFile.replace(file, "3");
        assertThat(file).hasContent("3");
        assertThat(AtomicFile.backup(file)).hasContent("2");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r-----");
        assertThat(names()).containsExactly("x.conf", "x.conf.pgduo-old");
    }

    @Test
    void goesOnAfterACrash() throws IOException {
        Path file = Files.writeString(directory.resolve("x.conf"), "1");
        Files.writeString(directory.resolve("x.conf.pgduo-new"), "half");
        Files.createLink(AtomicFile.backup(file), file);
        Files.createLink(directory.resolve("x.conf.pgduo-old-new"), file);
        AtomicFile.sweep(directory);
        AtomicFile.replace(file, "2");
        assertThat(AtomicFile.backup(file)).hasContent("1");
        assertThat(names()).containsExactly("x.conf", "x.conf.pgduo-old");
    }

    @Test
    void replacesWhatALinkPointsTo() throws IOException {
        Path file = Files.writeString(directory.resolve("x.conf"), "1");
        Path link = Files.createSymbolicLink(directory.resolve("link"), Path.of("x.conf"));
        AtomicFile.replace(link, "2");
        assertThat(file).hasContent("2");
        assertThat(link).isSymbolicLink();
    }

    @Test
    void givesTheFileToWhomTheOldOneOrTheDirectoryBelongs() throws IOException {
        Assumptions.assumeTrue(System.getProperty("user.name").equals("root"));
        Files.setAttribute(directory, "unix:uid", 12345);
        Files.setAttribute(directory, "unix:gid", 54321);
        Path file = directory.resolve("x.conf");
        AtomicFile.replace(file, "1");
        assertThat(owner(file)).isEqualTo("12345:54321");
        Files.setAttribute(file, "unix:uid", 777);
        AtomicFile.replace(file, "2");
        assertThat(owner(file)).isEqualTo("777:54321");
        assertThat(owner(AtomicFile.backup(file))).isEqualTo("777:54321");
    }

    private static String owner(Path file) throws IOException {
        return Files.getAttribute(file, "unix:uid") + ":" + Files.getAttribute(file, "unix:gid");
    }

    @Test
    void leavesTheOldTextWhenItCannotWrite() throws IOException {
        Path file = Files.writeString(directory.resolve("x.conf"), "1");
        Files.createDirectories(directory.resolve("x.conf.pgduo-old-new/full"));
        assertThatThrownBy(() -> AtomicFile.replace(file, "2")).isInstanceOf(LabException.class);
        assertThat(file).hasContent("1");
        assertThat(names()).containsExactly("x.conf", "x.conf.pgduo-old-new");
        assertThatThrownBy(() -> AtomicFile.replace(directory.resolve("no/x.conf"), "2"))
                .hasMessage("could not write file \"" + directory + "/no/x.conf\": No such file or directory");
    }
}
