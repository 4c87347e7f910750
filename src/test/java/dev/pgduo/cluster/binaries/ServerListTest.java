package dev.pgduo.cluster.binaries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgduo.report.LabException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerListTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "15 | 15",
                "9.6,10-12 | 9.6 10 11 12",
                "9.6-11 | 9.6 10 11",
                "9.6, 15 - 16 | 9.6 15 16",
                "15-15,15,14-16 | 15 14 16",
                "15.4,9.6.24,latest,installed | 15.4 9.6.24 latest installed",
                "/opt/pg-15/bin,17 | /opt/pg-15/bin 17"
            })
    void listsEachServerOnce(String text, String servers) {
        assertThat(ServerList.parse(text)).containsExactly(servers.split(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "15,", ",15", "10-", "8-10", "9-11", "15.1-16", "10..12", "15 16"})
    void refusesOtherTexts(String text) {
        assertThatThrownBy(() -> ServerList.parse(text))
                .isInstanceOf(LabException.class)
                .hasMessage("invalid list of servers: \"" + text + "\"");
    }

    @Test
    void refusesRangesThatRunBackwards() {
        assertThatThrownBy(() -> ServerList.parse("9.6,18-10"))
                .hasMessage("range of servers runs backwards: \"18-10\"");
        assertThatThrownBy(() -> ServerList.parse("10-9.6")).hasMessage("range of servers runs backwards: \"10-9.6\"");
    }
}
