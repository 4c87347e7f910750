package dev.pgduo.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgduo.cluster.quantity.Deadline;
import dev.pgduo.cluster.quantity.Wait;
import dev.pgduo.report.LabException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WaitTest {
    private static final Duration LONG = Duration.ofMinutes(5);

    @AfterEach
    void noInterruptIsLeft() {
        Thread.interrupted();
    }

    @Test
    void endsWithTheFirstTrueAnswer() {
        AtomicInteger asked = new AtomicInteger();
        assertThat(Wait.to("count", LONG).comesTrue(() -> asked.incrementAndGet() == 3))
                .isTrue();
        assertThat(asked).hasValue(3);
    }

    @Test
    void tellsTheLastAnswerWhenTheDeadlinePasses() {
        AtomicInteger asked = new AtomicInteger();
        Wait wait = new Wait("see 0", new Deadline(Duration.ofMillis(10)), () -> "answer " + asked);
        assertThat(wait.comesTrue(() -> asked.incrementAndGet() == 0)).isFalse();
        assertThatThrownBy(() -> wait.until(() -> asked.incrementAndGet() == 0))
                .isInstanceOf(LabException.class)
                .hasMessageContaining("could not see 0 within 10 ms")
                .satisfies(
                        e -> assertThat(((LabException) e).report().detail()).isEqualTo("Last seen: answer " + asked));
    }

    @Test
    void anInterruptIsAnInterruptionAndNoAnswer() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> Wait.to("have node b stream", LONG).comesTrue(() -> false))
                .isInstanceOf(LabException.class)
                .hasMessageContaining("canceling the wait to have node b stream due to user request");
        assertThat(Thread.interrupted()).isTrue();
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> Wait.to("have node b stream", LONG).until(() -> false))
                .isInstanceOf(LabException.class)
                .hasMessageContaining("due to user request");
    }
}
