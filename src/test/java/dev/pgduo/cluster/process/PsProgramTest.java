package dev.pgduo.cluster.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PsProgramTest {
    /** As a Mac prints them. */
    private static final Map<String, String> PRINTED = Map.of(
            "ps -A -o pid= -o ppid=", "    1     0\n  501     1\n  502   501\n  503   501\n 1504   501\n  505  1501\n",
            "ps -ww -p 501 -o stat=", "Ss  \n",
            "ps -ww -p 502 -o stat=", "T\n",
            "ps -ww -p 503 -o stat=", "Z\n",
            "ps -ww -p 1504 -o stat=", "?Es\n",
            "ps -ww -p 501 -o args=", "postgres: walreceiver   streaming 0/3000060   \n",
            "sh -c lsof -a -p 501 -d cwd -Fpn 2>/dev/null", "p501\nfcwd\nn/private/tmp/a b/data\n",
            "sh -c lsof -a -p 502 -d cwd -Fpn 2>/dev/null", "p502\nfcwd\nncwd (Operation not permitted)\n",
            "sh -c lsof -d cwd -Fpn 2>/dev/null", """
                    p1
                    fcwd
                    n/
                    p501
                    fcwd
                    n/private/tmp/a b/data
                    p502
                    fcwd
                    ncwd (Operation not permitted)
                    p503
                    fcwd
                    n/private/tmp/a b
                    p1504
                    fcwd
                    n/private/tmp/a b/data
                    """);

    private final PsProgram table = new PsProgram(words -> PRINTED.getOrDefault(String.join(" ", words), ""));

    @ParameterizedTest
    @CsvSource({
        "501, true, true, false",
        "502, true, true, true",
        "503, true, false, false",
        "1504, true, true, false",
        "999, false, false, false"
    })
    void readsTheState(long pid, boolean exists, boolean alive, boolean stopped) {
        assertThat(table.exists(pid)).isEqualTo(exists);
        assertThat(table.alive(pid)).isEqualTo(alive);
        assertThat(table.stopped(pid)).isEqualTo(stopped);
    }

    @Test
    void listsTheChildrenThatRun() {
        assertThat(table.children(501)).containsExactly(502L, 1504L);
        assertThat(table.children(1)).containsExactly(501L);
        assertThat(table.children(50)).isEmpty();
    }

    @Test
    void readsTheTitle() {
        assertThat(table.title(501)).isEqualTo("postgres: walreceiver   streaming 0/3000060");
        assertThat(table.title(999)).isEmpty();
    }

    @Test
    void readsWorkingDirectories() {
        Path data = Path.of("/private/tmp/a b/data");
        assertThat(table.directory(501)).contains(data);
        assertThat(table.directory(502)).isEmpty();
        assertThat(table.directory(999)).isEmpty();
        assertThat(table.in(data)).containsExactly(501L, 1504L);
        assertThat(table.in(Path.of("/private/tmp/a b"))).containsExactly(503L);
    }

    /** Where both can be asked, they say the same. */
    @Test
    void saysWhatProcSays() throws Exception {
        assumeTrue(Files.isReadable(Path.of("/proc/self/stat")) && installed("ps") && installed("lsof"));
        Path directory = Files.createTempDirectory("pgduo ps");
        Process parent = new ProcessBuilder("sh", "-c", "sleep 600 & sleep 601 & echo ready; wait")
                .directory(directory.toFile())
                .start();
        try {
            assertThat(parent.inputReader().readLine()).isEqualTo("ready");
            agree(parent.pid(), directory);
        } finally {
            Stream.concat(parent.descendants(), Stream.of(parent.toHandle())).forEach(ProcessHandle::destroyForcibly);
            Files.delete(directory);
        }
        parent.onExit().get();
        assertThat(new PsProgram().exists(parent.pid())).isFalse();
    }

    private static void agree(long pid, Path directory) {
        ProcFiles proc = new ProcFiles();
        PsProgram ps = new PsProgram();
        assertThat(ps.in(directory))
                .containsExactlyInAnyOrderElementsOf(proc.in(directory))
                .hasSize(3);
        assertThat(ps.children(pid))
                .containsExactlyInAnyOrderElementsOf(proc.children(pid))
                .hasSize(2);
        for (long each : proc.in(directory)) {
            assertThat(ps.title(each)).isEqualTo(proc.title(each)).isNotEmpty();
            assertThat(ps.directory(each)).isEqualTo(proc.directory(each)).contains(directory);
            assertThat(ps.alive(each)).isTrue();
            assertThat(ps.stopped(each)).isFalse();
        }
    }

    private static boolean installed(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .map(Path::of)
                .anyMatch(bin -> Files.isExecutable(bin.resolve(program)));
    }
}
