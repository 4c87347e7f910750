package dev.pgduo.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.Golden;
import dev.pgduo.fixture.Postgres;
import dev.pgduo.fixture.TestServer;
import dev.pgduo.session.host.CollectingOutput;
import dev.pgduo.session.host.SessionHost;
import dev.pgduo.version.PsqlStyle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The {@code \d} family on a server of 16, 17 and 18 as the psql of that major prints it: compared with what those printed. */
final class DescribeStyleIT {
    private static final Path RESOURCES = Path.of("src/test/resources/dev/pgduo/session/describe");

    @RegisterExtension
    static final Postgres POSTGRES = new Postgres();

    @ParameterizedTest
    @ValueSource(ints = {16, 17, 18})
    void printsWhatTheServersOwnPsqlPrints(int major) throws IOException {
        TestServer server = POSTGRES.server(major);
        server.psql().script(Files.readString(RESOURCES.resolve("style.sql")));
        String commands = script();
        Golden.assertSame(getClass(), "describe/style-" + major + ".out", run(server, PsqlStyle.SERVER, commands));
        assertThat(run(server, PsqlStyle.STANDARD, commands))
                .contains(" Member of ", " Source code ", "\nDid not find any relation named \"nosuch\".\n")
                .doesNotContain(
                        "ICU Rules", "Internal name", "Leakproof?", "Default version", "List of tables", "Not-null");
    }

    private static String script() throws IOException {
        StringBuilder script = new StringBuilder();
        for (String line : Files.readAllLines(RESOURCES.resolve("style-commands.sql"))) {
            script.append("\\echo '-- ")
                    .append(line.substring(1))
                    .append("'\n")
                    .append(line)
                    .append('\n');
        }
        return script.toString();
    }

    private static String run(TestServer server, PsqlStyle style, String script) {
        CollectingOutput output = new CollectingOutput();
        try (PsqlSession session = PsqlSession.open(server.endpoint(), SessionHost.bare())) {
            session.style(style);
            session.run(script, output);
        }
        return output.text();
    }
}
