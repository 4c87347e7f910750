package dev.pgduo.lab.place;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.cluster.process.OsProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another process that has got the number is never taken for the lab's. */
class LabDaemonTest {
    @TempDir
    Path directory;

    private Process process;
    private OsProcess known;

    @BeforeEach
    void start() throws IOException {
        process = new ProcessBuilder("sleep", "1000").start();
        known = new OsProcess(process.pid());
    }

    @AfterEach
    void end() {
        process.destroyForcibly();
    }

    private LabDaemon written(String text, String mark) throws IOException {
        return new LabDaemon(Files.writeString(directory.resolve("process"), text), mark);
    }

    @Test
    void endsItsProcess() throws Exception {
        LabDaemon daemon = written(known.pid() + " " + known.started() + "\n", "1000");
        assertThat(daemon.running()).contains(known);
        assertThat(daemon.end()).isTrue();
        assertThat(process.waitFor()).isEqualTo(128 + 15);
        assertThat(daemon.end()).isFalse();
    }

    @Test
    void leavesOthersAlone() throws IOException {
        assertThat(written(known.pid() + " " + known.started() + "\n", "2000").end())
                .isFalse();
        assertThat(written(known.pid() + " 1" + known.started() + "\n", "1000").end())
                .isFalse();
        assertThat(written(known.pid() + "\n", "1000").end()).isFalse();
        assertThat(written("", "1000").end()).isFalse();
        assertThat(known.alive()).isTrue();
    }
}
