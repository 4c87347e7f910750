package dev.pgduo.cluster.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IgnoredInterruptTest {
    /** The signals 2 (INT), 3 (QUIT) and 13 (PIPE). */
    @ParameterizedTest
    @CsvSource({
        "0000000000000000, false",
        "0000000000000002, true",
        "0000000000000006, true",
        "0000000000000004, false",
        "0000000000001000, false",
        "ffffffffffffffff, true"
    })
    void isReadFromTheStatus(String signals, boolean ignored) {
        assertThat(IgnoredInterrupt.in(List.of("Name:\tjava", "SigBlk:\t0000000000000002", "SigIgn:\t" + signals)))
                .isEqualTo(ignored);
        assertThat(IgnoredInterrupt.in(List.of("Name:\tjava"))).isFalse();
    }
}
