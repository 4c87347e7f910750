package dev.pgduo.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.lab.session.Waiting;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UntilBlockedTest {
    private static final Optional<Waiting> NOTHING = Optional.empty();
    private static final long SECOND = 1_000_000_000L;
    private static final long START = 5 * SECOND;

    private final UntilBlocked wait = new UntilBlocked(Duration.ofSeconds(3));

    private static Optional<Waiting> on(String type, String name) {
        return Optional.of(new Waiting(type, name, ""));
    }

    @ParameterizedTest
    @CsvSource({
        "Lock, transactionid",
        "Lock, tuple",
        "Lock, relation",
        "IPC, SyncRep",
        "Timeout, PgSleep",
        "Client, ClientRead",
        "BufferPin, BufferPin",
    })
    void isOverWhenTheStatementWaitsForSomebody(String type, String name) {
        assertThat(wait.over(START, on(type, name), () -> true)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "IO, DataFileRead",
        "LWLock, BufferMapping",
        "LWLockNamed, ProcArrayLock",
        "Lock, extend",
        "IPC, ParallelFinish"
    })
    void isNotOverForWhatComesByItself(String type, String name) {
        assertThat(wait.over(START, on(type, name), () -> true)).isFalse();
        assertThat(wait.over(START + SECOND / 2, on("IO", "WALSync"), () -> true))
                .isFalse();
        assertThat(wait.over(START + SECOND, on("Lock", "transactionid"), () -> true))
                .isTrue();
    }

    @Test
    void isOverForAnyWaitThatLasts() {
        assertThat(wait.over(START, on("IPC", "SafeSnapshot"), () -> true)).isFalse();
        assertThat(wait.over(START + SECOND / 2, on("IPC", "SafeSnapshot"), () -> true))
                .isFalse();
        assertThat(wait.over(START + SECOND, on("IPC", "SafeSnapshot"), () -> true))
                .isTrue();
    }

    @Test
    void aStatementThatWorksHasAsLongAsARetryFromWhenItBegan() {
        assertThat(wait.over(START, NOTHING, () -> false)).isFalse();
        assertThat(wait.over(START + 10 * SECOND, NOTHING, () -> false)).isFalse();
        assertThat(wait.over(START + 11 * SECOND, NOTHING, () -> true)).isFalse();
        assertThat(wait.over(START + 13 * SECOND, NOTHING, () -> true)).isFalse();
        assertThat(wait.over(START + 14 * SECOND, NOTHING, () -> true)).isTrue();
    }
}
