package dev.pgduo.replay.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceFailureTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "bash: line 1: pg_rewind: command not found",
                "2026-01-01 12:00:00.000 UTC [7] LOG:  could not bind IPv4 address \"127.0.0.1\": Address already in use",
                "HINT:  Is another postmaster already running on port 5432? If not, wait a few seconds and retry.",
                "ERROR:  could not find program \"pg_rewind\"",
                "initdb: error: could not write to file \"x\": No space left on device"
            })
    void isOneOfTheMachine(String line) {
        assertThat(PlaceFailure.in(List.of("x", line), List.of("x"))).isTrue();
        assertThat(PlaceFailure.in(List.of("x", line), List.of(line))).isFalse();
    }

    @Test
    void otherErrorsAreTheLabs() {
        assertThat(PlaceFailure.in(
                        List.of("ERROR:  relation \"t\" does not exist", "pg_ctl: could not start server"), List.of()))
                .isFalse();
    }
}
