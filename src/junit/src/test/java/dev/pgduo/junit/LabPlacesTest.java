package dev.pgduo.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.AssertionFailedError;

class LabPlacesTest {
    private static final String LABS = "src/junit/src/test/labs";

    @Test
    void filesDirectoriesAndGlobs() {
        assertThat(LabPlaces.find(List.of(LABS + "/[dp]*.lab", LABS + "/passes.lab", LABS)))
                .containsExactly(
                        LABS + "/differs.lab", LABS + "/passes.lab", LABS + "/old.lab", LABS + "/unreadable.lab");
        assertThat(LabPlaces.find(List.of("src/*/src/test/{labs,none}/pass*"))).containsExactly(LABS + "/passes.lab");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none/*.lab", LABS + "/none.lab", LABS + "/*.txt", "src/junit/src/main"})
    void noLabIsAFailure(String word) {
        assertThatThrownBy(() -> LabPlaces.find(List.of(LABS, word)))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageContaining("there is no lab \"" + word + "\"");
    }

    @Test
    void aLabOfThisMachineHasAPlace() {
        assertThat(LabPlaces.uri(LABS + "/passes.lab", 7).orElseThrow().toString())
                .startsWith("file:///")
                .endsWith("/labs/passes.lab?line=7");
        assertThat(LabPlaces.uri("none.lab", 7)).isEmpty();
    }
}
