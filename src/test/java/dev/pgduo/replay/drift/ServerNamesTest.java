package dev.pgduo.replay.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerNamesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "9.6 | 9.6",
                "9.6 10 11 | 9.6-11",
                "9.6 12 13 15 | 9.6, 12-13, 15",
                "15 15.4 16 | 15, 15.4, 16",
                "12 11 | 12, 11"
            })
    void joinsNeighbours(String servers, String text) {
        assertThat(ServerNames.of(List.of(servers.split(" ")))).isEqualTo(text);
    }
}
