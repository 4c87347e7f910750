package dev.pgduo.shell.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The network is cut in front of a class: a synchronous commit hangs in its pane, and comes back when it is mended. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NetworkTerminalIT {
    @TempDir
    static Path home = Path.of("");

    @BeforeAll
    void up() throws Exception {
        assertThat(Program.run(Program.pgduo(home, false, "-c", "up"), "").code())
                .isZero();
    }

    @AfterAll
    void destroy() throws Exception {
        assertThat(Program.run(Program.pgduo(home, false, "-c", "destroy --yes"), "")
                        .code())
                .isZero();
    }

    @Test
    void aCommitHangsAndComesBack() throws Exception {
        try (Tmux terminal = Tmux.start(home, "xterm-256color", Program.pgduo(home, true, "--no-suggestions"))) {
            terminal.awaitEnd("lab>");
            terminal.enter("psql a").awaitEnd("    =>");
            terminal.enter("create table t(n int);").awaitEnd("    CREATE TABLE", "    =>");
            terminal.enter("alter system set synchronous_standby_names = '*';").awaitEnd("    ALTER SYSTEM", "    =>");
            terminal.key("M-0").awaitEnd("lab>");
            terminal.enter("reload a").await("the reload", s -> s.stream().anyMatch(l -> l.contains("signaled")));
            terminal.enter("cut").await("the cut", s -> s.stream().anyMatch(l -> l.contains("fault cut: confirmed")));
            terminal.awaitEnd("lab>");
            terminal.awaitBar(bar -> bar.contains("fault cut b"));
            terminal.key("M-1").awaitEnd("    =>");
            terminal.enter("insert into t values (1);").awaitEnd("    => insert into t values (1);");
            terminal.key("M-0").awaitEnd("lab>");
            terminal.enter("mend").await("the commit", s -> s.stream().anyMatch(l -> l.contains("INSERT 0 1")));
            terminal.await("the end of the fault", s -> s.stream().anyMatch(l -> l.equals("fault cut b healed")));
            terminal.awaitEnd("lab>");
            terminal.awaitBar(bar -> !bar.contains("fault"));
            terminal.enter("exit").awaitExit();
        }
    }
}
