package dev.pgduo.cluster.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.cluster.Lsn;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WalFilesTest {
    private static final long SIZE = 1L << 20;

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "1, 0/2000028, 16777216, 000000010000000000000002",
        "2, 1/0, 16777216, 000000020000000100000000",
        "1, 0/FFFFFFFF, 16777216, 0000000100000000000000FF",
        "3, 2/40000000, 1073741824, 000000030000000200000001",
        "1, A/BCDEF012, 1048576, 000000010000000A00000BCD"
    })
    void segmentsHaveTheServersNames(int timeline, String lsn, long size, String name) {
        assertThat(WalFiles.name(timeline, Lsn.parse(lsn), size)).isEqualTo(name);
    }

    @Test
    void walGoesToWholeSegments() throws IOException {
        Files.createDirectory(directory.resolve("archive_status"));
        try (Syncer syncer = new Syncer(true);
                WalFiles files = new WalFiles(directory, 1, SIZE, syncer)) {
            files.write(new Lsn(SIZE), ByteBuffer.wrap(new byte[(int) SIZE - 1]));
            files.write(new Lsn(2 * SIZE - 1), ByteBuffer.wrap(new byte[] {1, 2, 3}));
            files.finish();
            syncer.complete(java.util.List.of(directory));
        }
        assertThat(Files.readAllBytes(directory.resolve("000000010000000000000001")))
                .hasSize((int) SIZE)
                .endsWith(1);
        assertThat(Files.readAllBytes(directory.resolve("000000010000000000000002")))
                .hasSize((int) SIZE)
                .startsWith(2, 3);
        assertThat(directory.resolve("archive_status/000000010000000000000001.done"))
                .exists();
        assertThat(directory.resolve("archive_status/000000010000000000000002.done"))
                .exists();
    }
}
