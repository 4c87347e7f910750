package dev.pgduo.cluster.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.report.LabException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LivingShellTest {
    @TempDir
    Path home;

    private LivingShell shell;

    @BeforeEach
    void start() {
        shell = LivingShell.start(new RunAs.Direct(), Map.of("PGPORT", "5432"), home, Optional.empty());
    }

    @AfterEach
    void end() {
        shell.close();
    }

    private record Ran(List<String> lines, ShellEnd end) {}

    private Ran run(String line) {
        return run(line, Optional.empty());
    }

    private Ran run(String line, Optional<Duration> limit) {
        List<String> lines = Collections.synchronizedList(new ArrayList<>());
        ShellEnd end = shell.run(line, limit, List::of, lines::add);
        return new Ran(List.copyOf(lines), end);
    }

    private List<String> lines(String line) {
        return run(line).lines();
    }

    @Test
    void keepsWhatALineChanges() {
        assertThat(lines("mkdir sub; cd sub; export X=1; f() { echo \"f $1\"; }; alias g='f 2'"))
                .isEmpty();
        assertThat(lines("pwd; echo $X; f 1"))
                .containsExactly(home.resolve("sub").toString(), "1", "f 1");
        assertThat(lines("g")).containsExactly("f 2");
        assertThat(run("cd ..").end().directory()).contains(home);
        assertThat(run("(exit 7)").end().exitCode()).isEqualTo(7);
        assertThat(lines("echo $?")).containsExactly("7");
    }

    @Test
    void readsHereDocumentsAndLoopsOverRows() {
        assertThat(lines("cat <<'E' > file\nit's $HOME\nE\ncat file")).containsExactly("it's $HOME");
        assertThat(lines("for i in 1 2\ndo\n  echo $i\ndone")).containsExactly("1", "2");
        assertThat(lines("echo a \\\n  b")).containsExactly("a b");
    }

    @Test
    void saysThingsAsAnInteractiveShell() {
        assertThat(lines("nosuch")).containsExactly("bash: nosuch: command not found");
        assertThat(run("if").end().exitCode()).isEqualTo(2);
        assertThat(lines("echo a >&2; echo b; echo c >&2")).containsExactly("a", "b", "c");
        assertThat(lines("printf 'no newline'")).containsExactly("no newline");
        assertThat(lines("set -u; echo $nosuch")).containsExactly("bash: nosuch: unbound variable");
        assertThat(lines("read x; echo \"[$x]\"")).containsExactly("[]");
        assertThat(lines("echo one; exec > out; echo two")).containsExactly("one");
        assertThat(run("exec > /dev/null 2>&1").end().left()).isFalse();
    }

    @Test
    void tellsVariables() {
        run("X=$'a\\nb'; export PGPORT=5433; Y=");
        assertThat(shell.values(List.of("X", "NOSUCH", "PGPORT", "Y")))
                .isEqualTo(Map.of("X", "a\nb", "PGPORT", "5433", "Y", ""));
    }

    @Test
    void goesOnWhileABackgroundProcessRuns() throws Exception {
        Path pipe = home.resolve("pipe");
        Path done = home.resolve("done");
        assertThat(lines("mkfifo " + pipe + "; (read x < " + pipe + "; echo $x > done) &"))
                .hasSize(1)
                .allMatch(line -> line.matches("\\[1\\] \\d+"));
        assertThat(lines("jobs")).hasSize(1).allMatch(line -> line.startsWith("[1]+  Running"));
        assertThat(lines("echo go > " + pipe + "; wait; cat done")).containsExactly("go");
        assertThat(Files.readString(done)).isEqualTo("go\n");
    }

    @Test
    void endsALineThatTakesTooLong() {
        Ran ran = run("echo before; sleep 1000", Optional.of(Duration.ofMillis(300)));
        assertThat(ran.lines()).contains("before");
        assertThat(ran.end().awaited()).hasSize(1).allMatch(who -> who.startsWith("\"sleep 1000\" (process "));
        assertThat(lines("echo still here")).containsExactly("still here");
        Ran deaf = run("trap '' INT; while :; do sleep 0.1; done", Optional.of(Duration.ofMillis(300)));
        assertThat(deaf.end().left()).isTrue();
        assertThat(shell.alive()).isFalse();
    }

    @RepeatedTest(10)
    void doesNotGoOnWithALineThatWasEnded() {
        Ran ran = run("echo before; sleep 1000; echo after", Optional.of(Duration.ofMillis(20)));
        assertThat(ran.lines()).doesNotContain("after");
        assertThat(lines("echo still here")).containsExactly("still here");
    }

    @Test
    void endsALineWhenItsThreadIsInterrupted() {
        Thread.currentThread().interrupt();
        Assertions.assertThatThrownBy(() -> run("sleep 1000")).isInstanceOf(LabException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(lines("echo still here")).containsExactly("still here");
    }

    @Test
    void leavesWithExit() {
        Ran ran = run("echo bye; exit 3");
        assertThat(ran.lines()).containsExactly("bye");
        assertThat(ran.end()).isEqualTo(new ShellEnd(3, Optional.empty(), List.of()));
    }

    @Test
    void takesItsBackgroundWithIt() {
        List<String> job = lines("(trap '' HUP; sleep 1000) & echo $!");
        OsProcess process = new OsProcess(Long.parseLong(job.get(job.size() - 1)));
        assertThat(process.alive()).isTrue();
        shell.close();
        assertThat(process.alive()).isFalse();
        assertThat(shell.alive()).isFalse();
    }
}
