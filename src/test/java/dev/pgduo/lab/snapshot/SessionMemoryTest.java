package dev.pgduo.lab.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionMemoryTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"set work_mem = '1MB'", "SET role monitor", "reset role", "RESET all", "discard all", "\\x"})
    void keepsWhatOnlyASessionKnows(String input) {
        assertThat(SessionMemory.Habit.is(input)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"set local work_mem = '1MB'", "select reset()", "settle", "alter system reset all"})
    void forgetsWhatEndsByItselfOrIsElsewhere(String input) {
        assertThat(SessionMemory.Habit.is(input)).isFalse();
    }
}
