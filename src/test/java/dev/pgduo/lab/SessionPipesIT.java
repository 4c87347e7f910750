package dev.pgduo.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.fixture.Postgres;
import dev.pgduo.lab.os.Naming;
import dev.pgduo.lab.session.BackslashCommands;
import dev.pgduo.lab.session.LabSessions;
import dev.pgduo.session.Result;
import dev.pgduo.session.host.CollectingOutput;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a lab's sessions write into programs, and read from them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SessionPipesIT {
    private static final int MUCH = 300_000;

    @RegisterExtension
    static final Postgres POSTGRES = new Postgres();

    private Lab lab;
    private LabSessions desk;

    @BeforeAll
    void start() {
        lab = POSTGRES.throwAwayLab();
        desk = new LabSessions(lab, Naming.plain(), BackslashCommands.NONE);
        lab.initialised(NodeName.A).start();
        type("create table lines (l text);");
        type("\\pset tuples_only on");
        type("\\pset format unaligned");
    }

    @AfterAll
    void stop() {
        desk.close();
    }

    private record Typed(Result result, List<String> lines) {}

    private Typed type(String text) {
        CollectingOutput output = new CollectingOutput();
        Result result = desk.session(1).submit(text, output).join();
        return new Typed(result, output.lines());
    }

    @Test
    void muchGoesIntoAProgramAndNothingStaysInTheQueryBuffer() {
        Typed counted = type("select repeat('x', " + MUCH + ") \\g | wc -c");
        assertThat(counted.lines()).containsExactly(Integer.toString(MUCH + 1));
        assertThat(desk.session(1).session().prompt()).isEqualTo("=> ");
        assertThat(type("select 1;").lines()).containsExactly("1");
        assertThat(type("\\copy (select repeat('y', " + MUCH + ")) to program 'wc -c'")
                        .lines())
                .containsExactly("COPY 1", Integer.toString(MUCH + 1));
    }

    @Test
    void whatAProgramSaysIsSeenAndHowItFails() {
        assertThat(type("select 2 \\g | cat >&2; exit 3").lines()).containsExactly("2");
        assertThat(type("\\copy lines from program 'echo gone >&2; exit 3'").lines())
                .contains("gone")
                .anyMatch(line -> line.contains("child process exited with exit code 3"));
        assertThat(type("\\copy lines from program 'seq 3'").lines()).containsExactly("COPY 3");
    }

    @Test
    void aProgramRunsWithTheSessionsDirectoryAndVariables() {
        type("\\setenv PGDUO_TEST 'it''s here'");
        type("\\cd /");
        assertThat(type("select 3 \\g | cat; echo \"$PGDUO_TEST\"; pwd; echo \"$PGPORT\"")
                        .lines())
                .containsExactly(
                        "3", "it's here", "/", lab.state().port(NodeName.A).toString());
        type("\\setenv PGDUO_TEST");
        assertThat(type("select 4 \\g | cat; echo \"${PGDUO_TEST-unset}\"").lines())
                .containsExactly("4", "unset");
    }

    @Test
    void bytesThatAreNoUtf8GoThroughAsTheyAre() {
        assertThat(type("set client_encoding = latin1; select chr(233) \\g | od -An -tx1")
                        .lines())
                .contains(" e9 0a");
        type("reset client_encoding;");
    }
}
