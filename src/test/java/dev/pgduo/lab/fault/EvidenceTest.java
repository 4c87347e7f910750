package dev.pgduo.lab.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgduo.lab.fault.Evidence.Sign;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What is judged from what is seen. */
class EvidenceTest {
    private static final Duration SHORT = Duration.ofMillis(20);

    private static Sign sign(String text) {
        return new Sign("a " + text, () -> Optional.of(text).filter(seen -> !seen.isEmpty()));
    }

    private static final Sign NOTHING = new Sign("a wonder", Optional::empty);

    @Test
    void allSignsConfirm() {
        assertThat(Evidence.of(sign("one"), sign("two")).not(NOTHING).judge())
                .isEqualTo(new FaultVerdict.Confirmed(List.of("one", "two")));
    }

    @Test
    void signsMayTakeTheirTime() {
        AtomicInteger looks = new AtomicInteger();
        Sign late = new Sign("a late one", () -> looks.incrementAndGet() < 5 ? Optional.empty() : Optional.of("late"));
        assertThat(Evidence.of(late).judge()).isEqualTo(new FaultVerdict.Confirmed(List.of("late")));
    }

    @Test
    void oneMissingSignLeavesItOpen() {
        assertThat(new Evidence(List.of(sign("one"), NOTHING), List.of(), SHORT).judge())
                .isEqualTo(new FaultVerdict.Unknown(List.of("a wonder")));
    }

    @Test
    void anotherFailureIsSaidEvenWhenAllSignsAreThere() {
        assertThat(Evidence.of(sign("one")).not(sign("another")).judge())
                .isEqualTo(new FaultVerdict.Another("another"));
    }

    @Test
    void nothingProvesNothing() {
        assertThatThrownBy(Evidence::of).isInstanceOf(IllegalArgumentException.class);
    }
}
