package dev.pgduo.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgduo.report.LabException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PsqlStyleTest {
    @ParameterizedTest
    @CsvSource({"server,9,15", "server,15,15", "server,17,17", "server,18,18", "server,19,18", "15,18,15", "18,9,18"})
    void isTheNearestPsqlThatIsKnown(String word, int server, int psql) {
        assertThat(PsqlStyle.of(word).on(server)).isEqualTo(psql);
    }

    @Test
    void hasAName() {
        assertThat(PsqlStyle.of("SERVER").word()).isEqualTo("server");
        assertThat(PsqlStyle.of("16").word()).isEqualTo("16");
        assertThat(PsqlStyle.STANDARD.word()).isEqualTo("15");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "14", "19", "15.1", "0", "psql", " 15"})
    void isNoOtherWord(String word) {
        assertThat(PsqlStyle.named(word)).isEmpty();
        assertThatThrownBy(() -> PsqlStyle.of(word))
                .isInstanceOf(LabException.class)
                .hasMessageContaining("invalid psql style: \"" + word + "\"");
    }
}
