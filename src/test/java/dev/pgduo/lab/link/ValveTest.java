package dev.pgduo.lab.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What a valve counts. */
class ValveTest {
    private static final Flow HELD = new Flow(true, 0, 0, 0);

    /** Whoever was let through before may write later; that nothing flows any more must show at once all the same. */
    @Test
    void theNumberIsTheLastOneWhenNothingGoesOn() throws Exception {
        Valve valve = new Valve();
        int share = valve.awaitShare(100, () -> false);
        valve.set(HELD);
        assertThat(share).isEqualTo(100);
        assertThat(valve.sent()).isEqualTo(100);
    }

    @Test
    void aNarrowLinkCountsItsSlices() throws Exception {
        Valve valve = new Valve();
        valve.set(new Flow(false, 0, 0, 2000));
        int share = valve.awaitShare(100_000, () -> false);
        assertThat(share).isBetween(100, 2000);
        assertThat(valve.sent()).isEqualTo(share);
    }

    @Test
    void whatIsThrownAwayIsNotCounted() throws Exception {
        Valve valve = new Valve();
        valve.set(HELD);
        AtomicBoolean useless = new AtomicBoolean(true);
        assertThat(valve.awaitShare(100, useless::get)).isEqualTo(100);
        assertThat(valve.sent()).isZero();
    }
}
