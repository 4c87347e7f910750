package dev.pgduo.cluster.binaries.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerCacheTest {
    @TempDir
    private Path root = Path.of("");

    @Test
    void makesADirectoryOnce() throws Exception {
        AtomicInteger made = new AtomicInteger();
        CyclicBarrier together = new CyclicBarrier(4);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Path>> askers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                askers.add(() -> {
                    together.await();
                    return cache().get("18", directory -> {
                        made.incrementAndGet();
                        fill(directory);
                    });
                });
            }
            for (Future<Path> asker : threads.invokeAll(askers)) {
                assertThat(asker.get().resolve("whole")).exists();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(made).hasValue(1);
    }

    @Test
    void leavesNothingWhenItFails() {
        assertThatThrownBy(() -> cache().get("18", directory -> {
                    fill(directory);
                    throw new IOException("No space left on device");
                }))
                .hasMessage("No space left on device");
        assertThat(cache().has("18")).isFalse();
        assertThat(root).isDirectoryNotContaining(path -> Files.isDirectory(path));
    }

    @Test
    void waitsForAnotherProcessAndClearsUpWhenItIsKilled() throws Exception {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        HalfWay.class.getName(),
                        root.toString(),
                        "17")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            assertThat(other.getInputStream().read()).isEqualTo('.');
            assertThat(root.resolve(".unpacking-17/half")).exists();
            Future<Path> waiting = thread.submit(() -> cache().get("18", ServerCacheTest::fill));
            assertThat(cache().has("17")).isFalse();
            assertThat(waiting).isNotDone();
            other.destroyForcibly();
            assertThat(waiting.get().resolve("whole")).exists();
            assertThat(root.resolve(".unpacking-17")).doesNotExist();
            assertThat(cache().get("17", ServerCacheTest::fill).resolve("whole"))
                    .exists();
        } finally {
            other.destroyForcibly();
            thread.shutdownNow();
        }
    }

    private ServerCache cache() {
        return new ServerCache(root);
    }

    private static void fill(Path directory) throws IOException {
        Files.writeString(directory.resolve("whole"), "whole");
    }
}
