package dev.pgduo.cluster.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgduo.report.LabException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WorkersTest {
    private final CountDownLatch never = new CountDownLatch(1);
    private final AtomicBoolean ended = new AtomicBoolean();

    /** Waits until it is interrupted, then takes a moment to end. */
    private void hang() {
        try {
            never.await();
        } catch (InterruptedException e) {
            ended.set(true);
        }
    }

    @Test
    void waitsForAll() {
        AtomicInteger done = new AtomicInteger();
        try (Workers workers = new Workers("count", 2)) {
            for (int i = 0; i < 5; i++) {
                workers.begin(done::incrementAndGet);
            }
            assertThat(workers.await(Optional.empty())).isTrue();
        }
        assertThat(done).hasValue(5);
    }

    @Test
    void whatIsLateIsInterruptedAndHasEndedAfterwards() {
        try (Workers workers = new Workers("wait", 1)) {
            workers.begin(this::hang);
            assertThat(workers.await(Optional.of(Duration.ofMillis(1)))).isFalse();
        }
        assertThat(ended).isTrue();
    }

    @Test
    void anInterruptOfTheCallerEndsThemToo() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> {
                    try (Workers workers = new Workers("wait", 1)) {
                        workers.begin(this::hang);
                        workers.await(Optional.empty());
                    }
                })
                .isInstanceOf(LabException.class)
                .hasMessageContaining("canceling the wait due to user request");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(ended).isTrue();
    }

    @Test
    void anErrorIsTheCallers() {
        assertThatThrownBy(() -> {
                    try (Workers workers = new Workers("fail", 1)) {
                        workers.begin(() -> {
                            throw LabException.of("no");
                        });
                        workers.await(Optional.empty());
                    }
                })
                .isInstanceOf(LabException.class)
                .hasMessageContaining("no");
    }
}
