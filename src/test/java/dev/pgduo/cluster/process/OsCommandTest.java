package dev.pgduo.cluster.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgduo.report.LabException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class OsCommandTest {
    @Test
    void passesEveryWordAsItIs() {
        Finished finished = OsCommand.of("printf", "%s|", "a b", "'\"", "\\'\\'", "", "$HOME")
                .run();
        assertThat(finished.stdout()).isEqualTo("a b|'\"|\\'\\'||$HOME|");
    }

    @Test
    void showsWhatAPersonWouldType() {
        assertThat(OsCommand.of("echo", "a b", "it's", "x=1").display()).isEqualTo("echo 'a b' 'it'\\''s' x=1");
    }

    @Test
    void readsInputEnvironmentAndDirectory() {
        Finished finished = OsCommand.bash("cat; echo $WORD; pwd")
                .reading("in\n")
                .with(Map.of("WORD", "w"))
                .in(Path.of("/"))
                .run();
        assertThat(finished.lines()).containsExactly("in", "w", "/");
    }

    @Test
    void tellsLinesAsTheyCome() {
        List<String> lines = new CopyOnWriteArrayList<>();
        OsCommand.bash("printf 'é1\\r2\\r\\n\\n3'; echo e >&2").run(lines::add, error -> {});
        assertThat(lines).containsExactly("é1", "2", "", "3");
    }

    @Test
    void reportsFailures() {
        assertThat(OsCommand.bash("exit 7").run().exitCode()).isEqualTo(7);
        assertThatThrownBy(() -> OsCommand.of("/no/such/program").run()).hasMessageContaining("could not run");
        assertThatThrownBy(() -> OsCommand.bash("echo bad >&2; exit 3").run().orThrow("do it"))
                .isInstanceOfSatisfying(
                        LabException.class,
                        e -> assertThat(e.report().render()).contains("could not do it", "exit code 3", "bad"));
    }

    @Test
    void killsWhatRunsTooLong() {
        assertThatThrownBy(() -> OsCommand.of("sleep", "60")
                        .within(Duration.ofMillis(50))
                        .run())
                .hasMessageContaining("any longer");
    }

    @Test
    void anInterruptEndsIt() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> OsCommand.of("sleep", "60").run()).hasMessageContaining("due to user request");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void knowsProcesses() {
        OsProcess self = new OsProcess(ProcessHandle.current().pid());
        assertThat(self.alive()).isTrue();
        assertThat(self.title()).contains("java");
        assertThat(self.directory()).isPresent();
        assertThat(new OsProcess(Integer.MAX_VALUE).exists()).isFalse();
    }

    @Test
    void keepsTheWayToRun() {
        for (String text : List.of("direct", "unshare", "unshare 65534", "setpriv postgres")) {
            assertThat(RunAs.parse(text).serialize()).isEqualTo(text);
        }
        assertThatThrownBy(() -> RunAs.parse("sudo")).isInstanceOf(LabException.class);
        assertThat(RunAs.parse(RunAs.probe().serialize())).isEqualTo(RunAs.probe());
    }

    @Test
    @Timeout(300)
    void nothingIsLostWhenItsReaderIsSlow() {
        CountDownLatch never = new CountDownLatch(1);
        Finished finished = OsCommand.bash("seq 1 3; sleep 600 & echo $!")
                .run(
                        line -> {
                            try {
                                assertThat(never.await(150, TimeUnit.MILLISECONDS))
                                        .isFalse();
                            } catch (InterruptedException e) {
                                throw new IllegalStateException(e);
                            }
                        },
                        line -> {});
        assertThat(finished.lines()).hasSize(4).startsWith("1", "2", "3");
        // What holds the stream open is not waited for, and goes on.
        ProcessHandle background =
                ProcessHandle.of(Long.parseLong(finished.lines().get(3))).orElseThrow();
        assertThat(background.isAlive()).isTrue();
        background.destroy();
    }
}
