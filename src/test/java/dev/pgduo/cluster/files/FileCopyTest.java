package dev.pgduo.cluster.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileCopyTest {
    private static final int MEGABYTE = 1 << 20;

    @TempDir
    private Path directory = Path.of("");

    /** Data from and to, in a file of zeros. */
    @ParameterizedTest
    @CsvSource({
        "16777216,0,70000",
        "16777216,16777215,16777216",
        "16777216,0,0",
        "5000001,4999999,5000000",
        "5000001,65536,131072",
        "5000001,0,5000001",
        "100,0,100",
        "0,0,0"
    })
    void copiesEveryByte(int size, int from, int to) throws IOException {
        byte[] bytes = new byte[size];
        Arrays.fill(bytes, from, to, (byte) 7);
        Path original = Files.write(directory.resolve("original"), bytes);
        Files.setPosixFilePermissions(original, PosixFilePermissions.fromString("r--r-----"));
        Files.setLastModifiedTime(original, FileTime.from(Instant.parse("2020-02-02T02:02:02Z")));
        Path copy = directory.resolve("copy");
        FileCopy.make(original, copy);
        assertThat(Files.readAllBytes(copy)).isEqualTo(bytes);
        assertThat(Files.getPosixFilePermissions(copy)).isEqualTo(PosixFilePermissions.fromString("r--r-----"));
        assertThat(Files.getLastModifiedTime(copy).toInstant()).isEqualTo(Instant.parse("2020-02-02T02:02:02Z"));
    }

    @Test
    void copiesALinkAsALink() throws IOException {
        Path large = Files.write(directory.resolve("large"), new byte[8 * MEGABYTE]);
        Path link = Files.createSymbolicLink(directory.resolve("link"), large);
        FileCopy.make(link, directory.resolve("copy"));
        assertThat(Files.isSymbolicLink(directory.resolve("copy"))).isTrue();
        assertThat(Files.exists(directory.resolve("copy"), LinkOption.NOFOLLOW_LINKS))
                .isTrue();
    }
}
