package dev.pgduo.lab.os;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TimeLimitTest {
    @Test
    void interruptsWhatTakesTooLong() {
        try (TimeLimit limit = new TimeLimit(Optional.of(Duration.ofMillis(10)))) {
            assertThatThrownBy(new CountDownLatch(1)::await).isInstanceOf(InterruptedException.class);
            assertThat(limit.over()).isTrue();
        }
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void leavesAloneWhatEndsInTime() {
        TimeLimit limit = new TimeLimit(Optional.of(Duration.ofHours(1)));
        limit.close();
        assertThat(limit.over()).isFalse();
        try (TimeLimit none = new TimeLimit(Optional.empty())) {
            assertThat(none.over()).isFalse();
        }
    }
}
