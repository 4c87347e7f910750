package dev.pgduo.lab.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WaitingQuestionTest {
    @Test
    void aTitleTellsTheWaitForAStandby() {
        assertThat(WaitingQuestion.byTitle(
                        "postgres: a: postgres postgres 127.0.0.1(52978) INSERT waiting for 0/335F480"))
                .hasValueSatisfying(waiting -> {
                    assertThat(waiting.event()).isEqualTo("IPC/SyncRep");
                    assertThat(waiting.lasting()).isTrue();
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "postgres: a: postgres postgres 127.0.0.1(52978) UPDATE waiting",
                "postgres: a: startup process   recovering 000000010000000000000003",
                "postgres: waiting for 0/335F480: postgres postgres [local] idle"
            })
    void anyOtherTitleTellsNothing(String title) {
        assertThat(WaitingQuestion.byTitle(title)).isEmpty();
    }
}
