package dev.pgduo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.fixture.Postgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Verbs on nodes in states that they are not for: the message, and a HINT with the next step. */
class WrongStateIT {
    /** One script: {@code LINE}, which must do, or {@code LINE | message | HINT}; … stands for anything. */
    private static final String TABLE = """
            new
            stop a                      | PID file "…/a/data/postmaster.pid" does not exist | Node a is stopped; "start a" starts it.
            reload a                    | PID file "…/a/data/postmaster.pid" does not exist | Node a is stopped; "start a" starts it.
            crash a                     | PID file "…/a/data/postmaster.pid" does not exist | Node a is stopped; "start a" starts it.
            promote a                   | PID file "…/a/data/postmaster.pid" does not exist | Node a is stopped; "start a" starts it.
            psql a                      | connection to server at "127.0.0.1", port … failed: Connection refused | Node a is stopped; "start a" starts it.
            slot list                   | no node is a running primary | No node runs; "up" starts the pair, and "status" shows what the nodes are.
            slot list --node a          | connection to server at "127.0.0.1", port … failed: Connection refused | Node a is stopped; "start a" starts it.
            slot create s --node a      | connection to server at "127.0.0.1", port … failed: Connection refused | Node a is stopped; "start a" starts it.
            slot drop s --node a        | connection to server at "127.0.0.1", port … failed: Connection refused | Node a is stopped; "start a" starts it.
            catchup                     | no node is a running standby | No node runs; "up" starts the pair, and "status" shows what the nodes are.
            wal pause                   | no node is a running standby | No node runs; "up" starts the pair, and "status" shows what the nodes are.
            wal pause b                 | connection to server at "127.0.0.1", port … failed: Connection refused | Node b is stopped; "start b" starts it.
            basebackup --from a --to b  | could not take a base backup of node a: node a is not running | Node a is stopped; "start a" starts it.
            rewind b --from a           | could not rewind node b: node a is not running | Node a is stopped; "start a" starts it.
            init a                      | directory "…/a/data" exists but is not empty | Node a is stopped; "start a" starts it.
            log a                       | node a has no log yet: its server was never started |
            ps a                        | node a is not running | Node a is stopped; "start a" starts it.
            start a
            catchup                     | no node is a running standby | Node b is stopped and no standby; "up" makes it one.
            wal resume                  | no node is a running standby | Node b is stopped and no standby; "up" makes it one.
            up
            start a                     | could not start server | Node a is running already; "restart a" stops and starts it.
            init a                      | directory "…/a/data" exists but is not empty | Node a is running already; "psql a" leads to it.
            promote a                   | cannot promote server; server is not in standby mode | Node a is a primary already; "psql a" leads to it.
            wal pause a                 | recovery is not in progress | Node a is a primary and replays nothing; its standby does: "wal pause b".
            basebackup --from a --to b  | cannot take a base backup into node b: it is running | Stop it first: "stop b".
            rewind b --from a           | cannot rewind node b: it is running | Stop it first: "stop b".
            standby b --of a            | cannot make node b a standby: it is running | Stop it first: "stop b".
            crash b
            reload b                    | PID file "…/b/data/postmaster.pid" does not exist | Node b has crashed; "start b" recovers and starts it.
            psql b                      | connection to server at "127.0.0.1", port … failed: Connection refused | Node b has crashed; "start b" recovers and starts it.
            catchup                     | no node is a running standby | Node b has crashed; "start b" recovers and starts it.
            start b
            stop a
            slot list                   | no node is a running primary | Node a is stopped; "start a" starts it. Or make node b the primary: "promote b".
            catchup                     | could not ask node a what it has written | Node a is stopped; "start a" starts it.
            promote b
            catchup                     | no node is a running standby | Node a is stopped and no standby; "up" makes it one.
            sh a
            rm $PGDATA/global/pg_control
            exit
            start a                     | could not start server | Node a is damaged: file "…/a/data/global/pg_control" is missing; "basebackup --from b --to a" makes it a copy of node b.
            psql a                      | connection to server at "127.0.0.1", port … failed: Connection refused | Node a is damaged: file "…/a/data/global/pg_control" is missing; "basebackup --from b --to a" makes it a copy of node b.
            controldata a               | could not read the control data of node a | Node a is damaged: file "…/a/data/global/pg_control" is missing; "basebackup --from b --to a" makes it a copy of node b.
            sh a
            rm -rf $PGDATA
            exit
            stop a                      | directory "…/a/data" does not exist | Node a is empty: "init a" makes a cluster of its own, "basebackup --from b --to a" a copy of node b.
            restart a                   | directory "…/a/data" does not exist | Node a is empty: "init a" makes a cluster of its own, "basebackup --from b --to a" a copy of node b.
            standby a --of b            | directory "…/a/data" does not exist | Node a is empty: "init a" makes a cluster of its own, "basebackup --from b --to a" a copy of node b.
            psql a                      | connection to server at "127.0.0.1", port … failed: Connection refused | Node a is empty: "init a" makes a cluster of its own, "basebackup --from b --to a" a copy of node b.
            catchup                     | no node is a running standby | Node a is empty and no standby; "up" makes it one.
            destroy --yes
            """;

    private static final Pattern PROMPT = Pattern.compile("(?m)^(?:lab|postgres2?)> ");

    @RegisterExtension
    static final Postgres POSTGRES = new Postgres();

    @TempDir
    private Path state = Path.of("");

    private record Row(String line, String message, String hint) {
        static Row of(String text) {
            List<String> cells =
                    Arrays.stream(text.split("\\|", -1)).map(String::strip).toList();
            return cells.size() == 1
                    ? new Row(cells.get(0), "", "")
                    : new Row(cells.get(0), cells.get(1), cells.get(2));
        }

        void check(String said) {
            if (message.isEmpty()) {
                assertThat(said).doesNotContain("ERROR:  ");
                return;
            }
            assertThat(said.lines().map(line -> line.replaceFirst("^ERROR:  ", "")))
                    .as(said)
                    .anyMatch(pattern(message).asMatchPredicate());
            if (!hint.isEmpty()) {
                assertThat(said.lines().reduce("", (first, last) -> last)).matches(pattern("HINT:  " + hint));
            }
        }

        private static Pattern pattern(String text) {
            return Pattern.compile(Stream.of(text.split("…", -1))
                    .map(Pattern::quote)
                    .reduce((x, y) -> x + ".*" + y)
                    .orElse(""));
        }
    }

    @TestFactory
    List<DynamicTest> eachHasItsNextStep() throws IOException {
        List<Row> rows = TABLE.lines().map(Row::of).toList();
        String script = String.join("\n", rows.stream().map(Row::line).toList()) + "\n";
        Path lab = POSTGRES.directory();
        Ran ran = Ran.script(state, script, "--dir", lab.toString(), "--keep-going");
        List<String> said = PROMPT.splitAsStream(ran.text())
                .filter(text -> rows.stream().anyMatch(row -> text.startsWith(row.line() + "\n")))
                .toList();
        assertThat(said).as(ran.text()).hasSameSizeAs(rows);
        List<DynamicTest> tests = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            String answer = said.get(i);
            tests.add(DynamicTest.dynamicTest((i + 1) + ": " + row.line(), () -> row.check(answer)));
        }
        tests.add(
                DynamicTest.dynamicTest("nothing is left", () -> assertThat(lab).doesNotExist()));
        return tests;
    }
}
