package dev.pgduo.shell.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class JobsTest {
    private static final long GIB = 1L << 30;

    @Test
    void goesByCoresAndMemory() {
        assertThat(Jobs.fitting(8, 64 * GIB)).isEqualTo(16);
        assertThat(Jobs.fitting(8, GIB)).isEqualTo(2);
        assertThat(Jobs.fitting(8, 1)).isEqualTo(1);
    }

    @Test
    void takesTheNumberAskedFor() {
        assertThat(Jobs.of(3)).isEqualTo(3);
        assertThat(Jobs.of(null)).isPositive();
        assertThatThrownBy(() -> Jobs.of(0)).hasMessage("invalid number of jobs: 0");
    }
}
