package dev.pgduo.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgduo.report.LabException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetryTest {
    @Test
    void aLimitOfZeroLeavesNoSecondTry() {
        Retry retry = new Retry(Duration.ZERO, System.nanoTime());
        assertThat(retry.again()).isFalse();
        assertThat(retry.tries()).isZero();
    }

    @Test
    void triesAgainUntilTheLimitThatCountsFromTheStepsStart() {
        Retry retry = new Retry(Duration.ofMillis(100), System.nanoTime());
        int tries = 0;
        while (retry.again()) {
            tries++;
        }
        assertThat(tries).isPositive().isEqualTo(retry.tries());
        assertThat(new Retry(Duration.ofSeconds(1), System.nanoTime() - 2_000_000_000L).again())
                .isFalse();
    }

    @Test
    void anInterruptIsNoVerdict() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> new Retry(Duration.ofSeconds(10), System.nanoTime()).again())
                .isInstanceOf(LabException.class)
                .hasMessageContaining("canceling the step due to user request");
        assertThat(Thread.interrupted()).isTrue();
    }
}
