package dev.pgduo.cluster.binaries.download;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.report.ErrorReport;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class UnpackFailureTest {
    private final UnpackFailure failure =
            new UnpackFailure("PostgreSQL 18.6", Path.of("/m2/server.jar"), Path.of("/cache/pgduo"));

    @Test
    void saysWhyTheCacheCannotBeWritten() {
        assertThat(lines(failure.unwritable(new IOException("No space left on device"))))
                .startsWith("ERROR:  could not unpack PostgreSQL 18.6 into \"/cache/pgduo\": No space left on device")
                .contains("HINT:  It needs 60 MB", "XDG_CACHE_HOME");
        assertThat(lines(failure.unwritable(new FileSystemException("/cache", null, "Read-only file system"))))
                .contains(": Read-only file system");
        assertThat(lines(failure.unwritable(new AccessDeniedException("/cache"))))
                .contains(": Permission denied");
    }

    @Test
    void saysWhatToDoAboutADamagedJar() {
        assertThat(lines(failure.damaged(new DamagedArchive("unexpected end")))).isEqualTo("""
                        ERROR:  could not unpack PostgreSQL 18.6: "/m2/server.jar" is damaged
                        DETAIL:  Reading it failed: unexpected end.
                        HINT:  Remove this file; it is then downloaded again.""");
    }

    private static String lines(ErrorReport report) {
        return report.render();
    }
}
