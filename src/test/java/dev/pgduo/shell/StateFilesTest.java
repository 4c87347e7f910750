package dev.pgduo.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgduo.report.LabException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFilesTest {
    private static final int AT_ONCE = 4;

    /** Several pgduos may be the first one. */
    @Test
    void isMadeByWhoeverComesFirst(@TempDir Path home) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE);
        try {
            for (int round = 0; round < 100; round++) {
                StateFiles files = new StateFiles(home.resolve("state" + round).resolve("pgduo"));
                CyclicBarrier start = new CyclicBarrier(AT_ONCE);
                List<Future<StateFiles>> made = new ArrayList<>();
                for (int i = 0; i < AT_ONCE; i++) {
                    made.add(pool.submit(() -> {
                        start.await();
                        return files.make();
                    }));
                }
                for (Future<StateFiles> one : made) {
                    assertThat(one.get()).isEqualTo(files);
                }
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files.directory())))
                        .isEqualTo("rwx------");
            }
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void saysInOneLineThatItCannotBeMade(@TempDir Path home) throws Exception {
        Path file = Files.createFile(home.resolve("file"));
        StateFiles files = new StateFiles(file.resolve("pgduo"));
        assertThatThrownBy(files::make)
                .isInstanceOf(LabException.class)
                .hasMessageStartingWith("could not create directory \"" + file + "/pgduo\": ");
    }
}
