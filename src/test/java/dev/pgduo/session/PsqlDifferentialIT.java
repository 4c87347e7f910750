package dev.pgduo.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.fixture.Postgres;
import dev.pgduo.fixture.TestServer;
import dev.pgduo.session.host.CollectingOutput;
import dev.pgduo.session.host.SessionHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every script in the resources goes through real psql and through a session: the bytes must be equal. */
final class PsqlDifferentialIT {
    private static final Path SCRIPTS = Path.of("src/test/resources/dev/pgduo/session");

    @RegisterExtension
    static final Postgres POSTGRES = new Postgres();

    @SuppressWarnings("NullAway.Init")
    private static TestServer server;

    @BeforeAll
    static void start() throws IOException {
        server = POSTGRES.server();
    }

    static List<Path> scripts() throws IOException {
        try (Stream<Path> files = Files.list(SCRIPTS)) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted(Comparator.naturalOrder())
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void printsWhatPsqlPrints(Path script) throws IOException {
        String text = Files.readString(script);
        String expected = withoutPids(server.psql().script(text));
        CollectingOutput output = new CollectingOutput();
        try (PsqlSession session = PsqlSession.open(server.endpoint(), SessionHost.bare())) {
            session.run(text, output);
        }
        String actual = withoutPids(output.text());
        keep(script, expected, actual);
        assertThat(actual).isEqualTo(expected);
    }

    private static String withoutPids(String text) {
        return text.replaceAll("PID [0-9]+", "PID n");
    }

    /** Both texts, to be compared with diff. */
    private static void keep(Path script, String expected, String actual) throws IOException {
        Path directory = Files.createDirectories(Path.of("target/differential"));
        Files.writeString(directory.resolve(script.getFileName() + ".psql"), expected);
        Files.writeString(directory.resolve(script.getFileName() + ".pgduo"), actual);
    }
}
