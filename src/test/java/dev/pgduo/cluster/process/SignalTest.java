package dev.pgduo.cluster.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SignalTest {
    @Test
    void reachesTheProcess() throws Exception {
        Process sleeper = sleeper();
        OsProcess process = new OsProcess(sleeper.pid());
        assertThat(process.signal(Signal.STOP)).isTrue();
        awaitStop(process);
        assertThat(process.signal(Signal.CONT)).isTrue();
        assertThat(process.signal(Signal.TERM)).isTrue();
        assertThat(sleeper.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(sleeper.exitValue()).isEqualTo(128 + 15);
        assertThat(process.signal(Signal.TERM)).isFalse();
    }

    @Test
    void reachesSeveralProcesses() throws Exception {
        List<Process> sleepers = List.of(sleeper(), sleeper());
        List<OsProcess> processes =
                sleepers.stream().map(sleeper -> new OsProcess(sleeper.pid())).toList();
        assertThat(OsProcess.signal(Signal.KILL, processes)).isTrue();
        for (Process sleeper : sleepers) {
            assertThat(sleeper.waitFor(10, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(OsProcess.signal(Signal.KILL, processes)).isFalse();
        assertThat(OsProcess.signal(Signal.KILL, List.of())).isTrue();
    }

    @Test
    void comesThroughAlsoAfterTheSenderIsGone() throws Exception {
        Process sleeper = sleeper();
        OsProcess process = new OsProcess(sleeper.pid());
        assertThat(process.signal(Signal.CONT)).isTrue();
        ProcessHandle sender = ProcessHandle.current()
                .children()
                .filter(child -> new OsProcess(child.pid()).title().contains("echo sent"))
                .findFirst()
                .orElseThrow();
        sender.destroyForcibly();
        sender.onExit().get(10, TimeUnit.SECONDS);
        assertThat(process.signal(Signal.TERM)).isTrue();
        assertThat(sleeper.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    private static void awaitStop(OsProcess process) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!process.stopped()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.onSpinWait();
        }
    }

    private static Process sleeper() throws IOException {
        return new ProcessBuilder("sleep", "60").start();
    }
}
