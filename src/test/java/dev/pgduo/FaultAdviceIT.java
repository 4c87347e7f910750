package dev.pgduo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.fixture.Postgres;
import dev.pgduo.lab.fault.StandingFault;
import dev.pgduo.lab.link.LabLink;
import dev.pgduo.lab.pair.PairVerdict;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What {@code status} advises about a pair that a fault has made ill, typed word for word, makes a healthy one of it: to heal the
 * fault, and, where nobody knows of it, what the servers' state alone tells. With {@code -Dpgduo.faults=all} for each fault.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultAdviceIT {
    private static final int ROUNDS = 4;

    @RegisterExtension
    final Postgres postgres = new Postgres();

    private FaultPair pair;

    @BeforeAll
    void up(@TempDir Path state) throws IOException {
        pair = new FaultPair(postgres.directory(), state);
        pair.ok("up --auth trust");
    }

    @AfterAll
    void down() {
        pair.close();
    }

    static List<String> faults() {
        return FaultNames.orAsked(
                "kill", "hba-rejects", "password-wrong", "standby-signal-lost", "fork", "control-damaged");
    }

    private boolean begun(String fault) {
        pair.ready();
        return pair.begun(fault);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void statusNamesTheFaultAndItsEnd(String fault) {
        if (!begun(fault)) {
            return;
        }
        List<StandingFault> standing = StandingFault.of(pair.lab().directory());
        String status = pair.ok("status");
        for (StandingFault one : standing) {
            assertThat(status).contains("fault: " + one.words());
            if (status.contains("pair: ")) {
                assertThat(status).contains("HINT:  Next: \"heal " + one.words() + "\".");
            }
            pair.ok("heal " + one.words());
        }
        pair.isAsBefore();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void whatTheServersTellIsEnough(String fault) {
        if (!begun(fault)) {
            return;
        }
        PairVerdict verdict = settled();
        if (verdict.situation().healthy() || inMemory() || linked()) {
            pair.ok("heal");
            return;
        }
        StandingFault.of(pair.lab().directory()).forEach(StandingFault::forget);
        for (int round = 0; round < ROUNDS && !verdict.situation().healthy(); round++) {
            for (String command : verdict.commands()) {
                pair.ok(command);
            }
            verdict = settled();
        }
        assertThat(verdict.situation().healthy()).as(verdict.words()).isTrue();
        // The settings that the fault would have put back are nobody's now.
        pair.ok("reset --yes");
    }

    /** A start fails until there is room, which nobody but the fault can give. */
    private boolean inMemory() {
        return pair.lab().nodes().stream()
                .anyMatch(node -> node.mount().mounted().isPresent());
    }

    /** Only the fault's notes say what the settings were before the link came between the nodes. */
    private boolean linked() {
        return LabLink.of(pair.lab().directory()).exists();
    }

    private PairVerdict settled() {
        return pair.lab().check().settled(Duration.ofSeconds(5)).verdict();
    }
}
