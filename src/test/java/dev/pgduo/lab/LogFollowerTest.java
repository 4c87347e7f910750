package dev.pgduo.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class LogFollowerTest {
    private static final String FIRST = "the first line\n";

    @TempDir
    Path directory;

    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private Path log;
    private Thread follower;

    /** Its first new line proves that it follows. */
    @BeforeEach
    void follow() throws Exception {
        log = directory.resolve("log");
        Files.writeString(log, "an old line that nobody shall see\n" + FIRST.repeat(20));
        CountDownLatch ready = new CountDownLatch(1);
        follower = new Thread(() -> {
            try {
                new LogFollower(log).follow(line -> {
                    if (line.equals("ready?")) {
                        ready.countDown();
                    } else {
                        told.add(line);
                    }
                });
                ended.complete(null);
            } catch (RuntimeException e) {
                ended.completeExceptionally(e);
            }
        });
        follower.start();
        do {
            append("ready?\n");
        } while (!ready.await(20, TimeUnit.MILLISECONDS));
    }

    @AfterEach
    void stop() throws Exception {
        follower.interrupt();
        follower.join();
        ended.get(1, TimeUnit.SECONDS);
    }

    @Test
    void tellsEachLineOnceItIsWhole() throws Exception {
        append("half");
        append(" a line\nthe next\n");
        assertThat(next()).isEqualTo("half a line");
        assertThat(next()).isEqualTo("the next");
    }

    @Test
    void beginsAnewWhenTheLogWasCutOff() throws Exception {
        Files.writeString(log, "after the cut\n");
        assertThat(next()).isEqualTo("after the cut");
        append("and on\n");
        assertThat(next()).isEqualTo("and on");
    }

    @Test
    void followsTheNameWhenAnotherFileTakesIt() throws Exception {
        Files.move(log, directory.resolve("log.1"));
        Files.writeString(log, "in a new file\n");
        assertThat(next()).isEqualTo("in a new file");
    }

    @Test
    void tellsALineOfAnyLength() throws Exception {
        String line = "é".repeat(3 << 20);
        append(line + "\nshort\n");
        assertThat(next()).isEqualTo(line);
        assertThat(next()).isEqualTo("short");
    }

    private void append(String text) throws Exception {
        Files.writeString(log, text, StandardCharsets.UTF_8, StandardOpenOption.APPEND);
    }

    /** The next line, or what ended the follower. */
    private String next() throws Exception {
        String line = null;
        while (line == null) {
            line = told.poll(20, TimeUnit.MILLISECONDS);
            if (line == null && ended.isDone()) {
                ended.get();
                throw new AssertionError("the follower has ended");
            }
        }
        return line;
    }
}
