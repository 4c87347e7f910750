package dev.pgduo.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.transcript.model.Environment;
import dev.pgduo.transcript.model.Transcript;
import dev.pgduo.transcript.read.TranscriptReader;
import dev.pgduo.version.ServerVersion;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitialStateTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {"lab> up ~ false", "lab> new --pg 15 ~ false", "lab> status ~ true", "postgres> ls ~ true"})
    void aLabBeginsWithARunningServerUnlessItMakesItsOwn(String first, boolean running) {
        Transcript transcript = TranscriptReader.parse("Prose.\n\n" + first + "\n", "x.lab");
        Environment environment = new Environment(ServerVersion.named("15").orElseThrow(), "linux", tool -> false);
        assertThat(InitialState.startsNodeA(transcript.resolve(environment))).isEqualTo(running);
    }
}
