package dev.pgduo.cluster.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.cluster.quantity.Lsn;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WalFilesTest {
    private static final long SIZE = 1L << 20;

    @TempDir
    Path directory;

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
