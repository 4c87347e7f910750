package dev.pgduo.replay.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConninfoLineTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "user=postgres port=5432 sslmode=disable sslcompression=1 | user=postgres host=h port=5432 sslmode=prefer | true",
                "user=postgres port=5432 | user=postgres port=5433 | false",
                "user=postgres port=5432 | user=other port=5432 | false",
                "host=a | host=b | false",
                "application_name=a port=1 | application_name=b port=1 | false",
                "passfile=''/x y/p'' port=5432 | port=5432 channel_binding=prefer | true"
            })
    void leadToTheSamePlace(String one, String other, boolean same) {
        assertThat(ConninfoLine.sameTarget("primary_conninfo = '" + one + "'", "primary_conninfo = '" + other + "'"))
                .isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource("port = 1")
    void isNoOtherLine(String line) {
        assertThat(ConninfoLine.sameTarget("primary_conninfo = 'port=1'", line)).isFalse();
    }
}
