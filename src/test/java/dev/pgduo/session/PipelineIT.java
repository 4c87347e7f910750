package dev.pgduo.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.Golden;
import dev.pgduo.fixture.Postgres;
import dev.pgduo.fixture.TestServer;
import dev.pgduo.session.host.CollectingOutput;
import dev.pgduo.session.host.SessionHost;
import dev.pgduo.session.prompt.PromptText;
import dev.pgduo.session.query.Psql;
import dev.pgduo.session.query.StreamSource;
import dev.pgduo.version.PsqlStyle;
import dev.pgduo.wire.ConnectFailed;
import dev.pgduo.wire.Timeouts;
import dev.pgduo.wire.WireConnection;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Pipelines in the style of psql 18; the expected text is what that psql prints. */
final class PipelineIT {
    private static final Path SCRIPT = Path.of("src/test/resources/dev/pgduo/session/style/pipeline.sql");

    @RegisterExtension
    static final Postgres POSTGRES = new Postgres();

    @SuppressWarnings("NullAway.Init")
    private static TestServer server;

    @BeforeAll
    static void start() throws IOException {
        server = POSTGRES.server(18);
    }

    private static String run(String script) {
        CollectingOutput output = new CollectingOutput();
        try (PsqlSession session = PsqlSession.open(server.endpoint(), SessionHost.bare())) {
            session.style(PsqlStyle.SERVER);
            session.run(script, output);
        }
        return output.text();
    }

    @Test
    void printsWhatPsqlPrints() throws IOException {
        Golden.assertSame(getClass(), "style/pipeline.out", run(Files.readString(SCRIPT)));
    }

    @Test
    void asksNothingElseMeanwhile() {
        String words = "synchronous command execution functions are not allowed in pipeline mode\n";
        assertThat(run("\\startpipeline\n\\dn\n\\dt\n")).isEqualTo(words.repeat(2));
        assertThat(run("\\startpipeline\nselect 1 \\bind \\sendpipeline\n\\dn\n\\dt\n"))
                .isEqualTo(words.repeat(3));
    }

    @Test
    void cannotCopy() {
        CollectingOutput output = new CollectingOutput();
        try (PsqlSession session = PsqlSession.open(server.endpoint(), SessionHost.bare())) {
            session.style(PsqlStyle.SERVER);
            Result result = session.run("""
                    \\startpipeline
                    select 1 \\bind \\sendpipeline
                    copy (select 1) to stdout \\bind \\sendpipeline
                    \\endpipeline
                    """, output);
            assertThat(result).isInstanceOf(Result.ConnectionWasLost.class);
            assertThat(session.connected()).isFalse();
        }
        assertThat(output.text())
                .contains("(1 row)\n")
                .endsWith("COPY in a pipeline is not supported, aborting connection\n");
    }

    @Test
    void printsLargeResultsInTheirOrder() {
        String printed = run("""
                \\t
                \\a
                \\startpipeline
                select i from generate_series(1, 25000) i \\bind \\sendpipeline
                select 'last' \\bind \\sendpipeline
                \\endpipeline
                """);
        assertThat(printed).contains("\n24999\n25000\nlast\n");
        assertThat(printed.lines()).hasSize(25003);
    }

    @Test
    void isSeenInThePrompt(@TempDir Path directory) throws IOException, ConnectFailed {
        PsqlProgram program = new PsqlProgram(
                SessionHost.bare(), new CollectingOutput(), new StreamSource(InputStream.nullInputStream()));
        Psql psql = program.psql();
        Timeouts timeouts = new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(10));
        psql.connection(WireConnection.open(server.endpoint(), Map.of(), timeouts));
        psql.variables().set("PROMPT1", "%P%x%s>");
        assertThat(PromptText.next(psql)).isEqualTo("Ps>");
        psql.style(PsqlStyle.SERVER);
        psql.variables().set("SERVICE", "mine");
        assertThat(PromptText.next(psql)).isEqualTo("offmine>");
        Path script = directory.resolve("x.sql");
        Files.writeString(script, "\\startpipeline\n");
        program.file(script.toString());
        assertThat(PromptText.next(psql)).isEqualTo("onmine>");
        program.query("selec");
        assertThat(PromptText.next(psql)).isEqualTo("on*mine>");
        Files.writeString(script, "\\flushrequest\n\\getresults\n");
        program.file(script.toString());
        assertThat(PromptText.next(psql)).isEqualTo("abortmine>");
        Files.writeString(script, "\\endpipeline\n");
        program.file(script.toString());
        assertThat(PromptText.next(psql)).isEqualTo("offmine>");
        program.close();
    }

    @Test
    void areThoseOfPsql18Only() {
        assertThat(run("\\pset psql_style 17\n\\startpipeline\n\\echo :PIPELINE_SYNC_COUNT\n"))
                .isEqualTo("""
                        Output style is that of psql 17.
                        \\startpipeline: pipelines are not supported; "\\pset psql_style 18" has them
                        :PIPELINE_SYNC_COUNT
                        """);
    }
}
