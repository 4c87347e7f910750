package dev.pgduo.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.transcript.Environment;
import dev.pgduo.transcript.Release;
import dev.pgduo.transcript.Transcript;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpeningTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {"lab> up ~ false", "lab> new --pg 15 ~ false", "lab> status ~ true", "postgres> ls ~ true"})
    void aLabBeginsWithARunningServerUnlessItMakesItsOwn(String first, boolean running) {
        Transcript transcript = Transcript.parse("Prose.\n\n" + first + "\n", "x.lab");
        Environment environment = new Environment(Release.parse("15").orElseThrow(), "linux", tool -> false);
        assertThat(Opening.startsNodeA(transcript.resolve(environment))).isEqualTo(running);
    }
}
