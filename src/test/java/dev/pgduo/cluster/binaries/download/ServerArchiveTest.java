package dev.pgduo.cluster.binaries.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgduo.cluster.binaries.TransferProgress;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerArchiveTest {
    @TempDir
    private Path directory = Path.of("");

    private Path jar = Path.of("");
    private Path target = Path.of("");

    @BeforeEach
    void prepare() throws IOException {
        jar = directory.resolve("server.jar");
        target = Files.createDirectory(directory.resolve("target"));
    }

    @Test
    void unpacksProgramsFilesAndLinks() throws IOException {
        Archives.server(jar, "18.6");
        AtomicReference<String> last = new AtomicReference<>("");
        new ServerArchive(jar)
                .unpack(target, "unpacking", (doing, done, total) -> last.set(doing + " " + (done == total)));
        assertThat(rights("bin/postgres")).isEqualTo("rwxr-xr-x");
        assertThat(rights("bin")).isEqualTo("rwxr-xr-x");
        assertThat(rights("lib/libpq.so.5")).isEqualTo("rw-r--r--");
        assertThat(target.resolve("lib/libpq.so")).isSymbolicLink().hasContent("library");
        assertThat(last).hasValue("unpacking true");
    }

    @Test
    void letsNothingOut() throws IOException {
        refused(new Archives().file("../outside", "x"), "leads out");
        refused(new Archives().file("/tmp/outside", "x"), "leads out");
        refused(new Archives().link("lib/link", "../../outside"), "leads out");
        refused(new Archives().link("lib/link", "/etc"), "leads out");
        refused(new Archives().hardLink("lib/link", "bin/postgres"), "no file, directory or symbolic link");
        assertThat(directory.resolve("outside")).doesNotExist();
    }

    @Test
    void tellsDamageFromOtherTrouble() throws IOException {
        byte[] whole = Files.readAllBytes(Archives.server(jar, "18.6"));
        Files.write(jar, Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(this::unpack).isInstanceOf(DamagedArchive.class);
        Files.writeString(jar, "no archive");
        assertThatThrownBy(this::unpack).isInstanceOf(DamagedArchive.class);
        Archives.server(jar, "18.6");
        Files.createFile(target.resolve("bin"));
        assertThatThrownBy(this::unpack).isInstanceOf(IOException.class).isNotInstanceOf(DamagedArchive.class);
    }

    @Test
    void stopsForAnInterrupt() throws IOException {
        Archives.server(jar, "18.6");
        Thread.currentThread().interrupt();
        assertThatThrownBy(this::unpack).isInstanceOf(InterruptedIOException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private void refused(Archives archive, String words) throws IOException {
        archive.write(jar);
        assertThatThrownBy(this::unpack).isInstanceOf(DamagedArchive.class).hasMessageContaining(words);
    }

    private void unpack() throws IOException {
        new ServerArchive(jar).unpack(target, "unpacking", TransferProgress.NONE);
    }

    private String rights(String name) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(target.resolve(name)));
    }
}
