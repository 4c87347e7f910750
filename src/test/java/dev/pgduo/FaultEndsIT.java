package dev.pgduo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.fixture.Postgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * However a fault ends, nothing of it is left: by the next pgduo when one was killed in the middle of it, or of its healing; by
 * {@code down}, {@code snapshot restore} and {@code destroy}. With {@code -Dpgduo.faults=all} for each fault.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultEndsIT {
    /** A pgduo is killed as soon as it has said that many things that it is about to do. */
    private static final List<Integer> MOMENTS = FaultNames.asked() ? List.of(1, 3, 6) : List.of(2);

    @RegisterExtension
    final Postgres postgres = new Postgres();

    private Path state;
    private FaultPair pair;

    @BeforeAll
    void up(@TempDir Path temporary) throws IOException {
        state = temporary;
        pair = new FaultPair(postgres.directory(), state);
        pair.ok("up --auth trust");
    }

    @AfterAll
    void down() {
        pair.close();
    }

    static List<String> killed() {
        return FaultNames.orAsked(
                "freeze-node", "lost-commits", "hba-rejects", "standby-ahead", "torn-page", "wal-full");
    }

    @ParameterizedTest
    @MethodSource("killed")
    void theNextPgduoHealsWhatAKilledOneBegan(String fault) throws Exception {
        for (int moment : MOMENTS) {
            pair.ready();
            if (kill("fault " + fault, moment)) {
                pair.ok("heal");
                pair.isAsBefore();
            }
            pair.type("heal");
        }
    }

    @ParameterizedTest
    @MethodSource("killed")
    void theNextPgduoEndsAHealingThatWasKilled(String fault) throws Exception {
        for (int moment : MOMENTS) {
            pair.ready();
            if (pair.begun(fault)) {
                kill("heal", moment);
                pair.ok("heal");
                pair.isAsBefore();
            }
        }
    }

    /** Has another pgduo do this, and kills it; says whether it was still at work. */
    private boolean kill(String line, int moment) throws Exception {
        pair.leave();
        Process pgduo = PgduoProcess.program(state, "--dir", pair.directory().toString(), "-c", line)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        int told = 0;
        try (BufferedReader said = pgduo.inputReader()) {
            String next = said.readLine();
            while (next != null && told < moment) {
                told += next.startsWith("  ") ? 1 : 0;
                next = told < moment ? said.readLine() : next;
            }
            pgduo.destroyForcibly();
        }
        assertThat(pgduo.waitFor(60, TimeUnit.SECONDS)).isTrue();
        pair.comeBack();
        return told == moment;
    }

    static List<String> standing() {
        return FaultNames.orAsked("freeze-checkpointer", "archive-fails", "password-wrong", "torn-page", "wal-full");
    }

    @ParameterizedTest
    @MethodSource("standing")
    void downEndsIt(String fault) {
        pair.ready();
        if (pair.begun(fault)) {
            pair.ok("down");
            assertThat(pair.type("status").text()).doesNotContain("fault:");
            pair.ready();
            pair.isAsBefore();
        }
    }

    @ParameterizedTest
    @MethodSource("standing")
    void restoringASnapshotEndsIt(String fault) {
        pair.ready();
        pair.ok("snapshot save before");
        pair.awaitHealthy();
        if (pair.begun(fault)) {
            pair.ok("snapshot restore before --yes");
            assertThat(pair.type("status").text()).doesNotContain("fault:");
            pair.ok("up --yes");
            pair.isAsBefore();
        }
    }

    @ParameterizedTest
    @MethodSource("standing")
    void destroyLeavesNothing(String fault, @TempDir Path other) throws Exception {
        try (FaultPair lab = new FaultPair(postgres.directory(), other)) {
            lab.ok("up --auth trust");
            lab.awaitHealthy();
            lab.begun(fault);
            assertThat(lab.left()).isNotEmpty();
            lab.ok("destroy --yes");
            assertThat(lab.left()).isEmpty();
            assertThat(Files.exists(lab.directory())).isFalse();
        }
    }
}
