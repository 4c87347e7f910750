package dev.pgduo.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgduo.report.LabException;
import java.util.List;
import java.util.stream.Stream;
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

    @ParameterizedTest
    @CsvSource({"15.4, 15, 0", "9.6.24, 9.6, 0", "15.4, 15.5, -1", "15, 14.9, 1", "9.6.24, 9, 0", "10.1, 9.6, 1"})
    void comparesAsFarAsAPersonNamesIt(String server, String named, int sign) {
        assertThat(version(server).compareAsFarAs(version(named))).isEqualTo(sign);
    }

    @Test
    void ordersNamesBeforeWhatTheyStandFor() {
        assertThat(Stream.of("15.4", "10", "15", "9.6.24", "9.6")
                        .map(ServerVersionTest::version)
                        .sorted())
                .extracting(ServerVersion::toString)
                .containsExactly("9.6", "9.6.24", "10", "15", "15.4");
        assertThat(ServerVersion.parse("11.3").majorsUpToThis())
                .extracting(ServerVersion::toString)
                .containsExactly("9.6", "10", "11");
    }

    @Test
    void takesTheShortestNameThatTellsItFromOthers() {
        List<ServerVersion> all = List.of(version("9.6.24"), version("15.4"), version("15.5"));
        assertThat(version("9.6.24").among(all)).hasToString("9.6");
        assertThat(version("15.4").among(all)).hasToString("15.4");
        assertThat(ServerVersion.named("15beta")).isEmpty();
    }

    private static ServerVersion version(String text) {
        return ServerVersion.named(text).orElseThrow();
    }
}
