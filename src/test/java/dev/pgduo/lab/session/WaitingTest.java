package dev.pgduo.lab.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WaitingTest {
    @Test
    void readsTheWaitForASynchronousStandbyFromTheTitle() {
        assertThat(Waiting.titled("postgres: postgres postgres 127.0.0.1(45678) INSERT waiting for 0/3014A50"))
                .hasValueSatisfying(waiting -> {
                    assertThat(waiting.event()).isEqualTo("IPC/SyncRep");
                    assertThat(waiting.byOthers()).isTrue();
                });
    }

    @Test
    void takesNoOtherTitleForIt() {
        assertThat(Waiting.titled("postgres: postgres postgres [local] UPDATE waiting"))
                .isEmpty();
        assertThat(Waiting.titled("postgres: postgres postgres [local] idle")).isEmpty();
    }
}
