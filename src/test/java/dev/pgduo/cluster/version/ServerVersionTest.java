package dev.pgduo.cluster.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgduo.report.LabException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerVersionTest {
    @ParameterizedTest
    @CsvSource({
        "15.18 (Debian 15.18-0+deb12u1), 15.18, 150018",
        "postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1), 15.18, 150018",
        "postgres (PostgreSQL) 9.6.24, 9.6.24, 90624",
        "18.6, 18.6, 180006",
        "19beta1, 19.0, 190000",
        "10.23.0, 10.23, 100023"
    })
    void reads(String text, String version, int number) {
        assertThat(ServerVersion.parse(text)).hasToString(version);
        assertThat(ServerVersion.parse(text).number()).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "fifteen", "9.5.25", "8.4"})
    void refuses(String text) {
        assertThatThrownBy(() -> ServerVersion.parse(text)).isInstanceOf(LabException.class);
    }

    @Test
    void orders() {
        assertThat(ServerVersion.parse("9.6.24")).isLessThan(ServerVersion.parse("10.1"));
        assertThat(ServerVersion.parse("15.9")).isLessThan(ServerVersion.parse("15.18"));
    }
}
