package dev.pgduo.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.pgduo.fixture.Postgres;
import dev.pgduo.fixture.TestServer;
import dev.pgduo.report.LabException;
import dev.pgduo.session.host.CollectingOutput;
import dev.pgduo.session.host.SessionHost;
import dev.pgduo.session.host.SessionOutput;
import dev.pgduo.session.query.StatementKind;
import dev.pgduo.wire.Endpoint;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A session against a real server: what happens when it goes away, waits or is cancelled, and what stays in memory. */
final class PsqlSessionIT {
    private static final String LOST = """
            server closed the connection unexpectedly
            \tThis probably means the server terminated abnormally
            \tbefore or while processing the request.
            The connection to the server was lost. Attempting reset:\s""";

    @RegisterExtension
    static final Postgres POSTGRES = new Postgres();

    @SuppressWarnings("NullAway.Init")
    private static TestServer server;

    private final CollectingOutput output = new CollectingOutput();

    @BeforeAll
    static void start() throws IOException {
        server = POSTGRES.server();
    }

    private static PsqlSession open() {
        return PsqlSession.open(server.endpoint(), SessionHost.bare());
    }

    @Test
    void reconnectsAfterItsBackendWasTerminated() {
        try (PsqlSession session = open();
                Probe probe = Probe.open(server.endpoint())) {
            probe.scalar("select pg_terminate_backend(" + session.backendPid() + ", 10000)");
            Result result = session.run("select 1;", output);
            assertThat(output.take())
                    .isEqualTo("FATAL:  terminating connection due to administrator command\n" + LOST + "Succeeded.\n");
            assertThat(result).isInstanceOf(Result.ConnectionWasLost.class);
            assertThat(session.run("select 1;", output).ok()).isTrue();
        }
    }

    @Test
    void losesItsServerAndComesBackWithConnect() throws IOException {
        try (PsqlSession session = open()) {
            server.stop();
            session.run("select 1;", output);
            assertThat(output.take()).endsWith(LOST + "Failed.\n");
            assertThat(session.prompt()).isEqualTo("!> ");
            session.run("select 1;\n\\conninfo\n", output);
            assertThat(output.take()).isEqualTo("You are currently not connected to a database.\n".repeat(2));
            int port = session.endpoint().port();
            session.run("\\c", output);
            assertThat(output.take())
                    .isEqualTo("connection to server at \"127.0.0.1\", port " + port + " failed: Connection refused\n"
                            + "\tIs the server running on that host and accepting TCP/IP connections?\n");
            server.startAgain();
            session.run("\\c", output);
            assertThat(output.take())
                    .isEqualTo("You are now connected to database \"postgres\" as user \"postgres\""
                            + " on host \"127.0.0.1\" at port \"" + port + "\".\n");
        }
    }

    @Test
    void showsPsqlsPrompts() {
        try (PsqlSession session = open()) {
            assertThat(promptAfter(session, "")).isEqualTo("=> ");
            assertThat(promptAfter(session, "select")).isEqualTo("-> ");
            assertThat(promptAfter(session, "(")).isEqualTo("(> ");
            assertThat(promptAfter(session, "'")).isEqualTo("'> ");
            assertThat(promptAfter(session, "' \"")).isEqualTo("\"> ");
            assertThat(promptAfter(session, "\" /*")).isEqualTo("*> ");
            assertThat(promptAfter(session, "*/ $x$")).isEqualTo("$> ");
            assertThat(session.pending()).isTrue();
            session.resetBuffer();
            assertThat(session.pending()).isFalse();
            assertThat(promptAfter(session, "begin;")).isEqualTo("=*> ");
            assertThat(promptAfter(session, "nope;")).isEqualTo("=!> ");
        }
    }

    private String promptAfter(PsqlSession session, String line) {
        session.run(line, output);
        return session.prompt();
    }

    @Test
    void connectsElsewhereOrStaysWhereItIs() {
        try (PsqlSession session = open()) {
            session.run("\\c template1", output);
            assertThat(output.take())
                    .isEqualTo("You are now connected to database \"template1\" as user \"postgres\".\n");
            session.run("\\c nosuch", output);
            assertThat(output.take())
                    .isEqualTo("connection to server at \"127.0.0.1\", port "
                            + session.endpoint().port()
                            + " failed: FATAL:  database \"nosuch\" does not exist\nPrevious connection kept\n");
            session.run("select current_database() \\g (tuples_only=on format=unaligned)", output);
            assertThat(output.take()).isEqualTo("template1\n");
        }
    }

    @Test
    void saysWhyItCannotConnect() {
        Endpoint nobody = server.endpoint().withUser("nobody");
        assertThatThrownBy(() -> PsqlSession.open(nobody, SessionHost.bare()))
                .isInstanceOf(LabException.class)
                .hasMessage("connection to server at \"127.0.0.1\", port " + nobody.port()
                        + " failed: FATAL:  role \"nobody\" does not exist");
    }

    @Test
    void authenticatesWithScram() throws IOException {
        try (Probe probe = Probe.open(server.endpoint())) {
            probe.rows("create role scram login password 'secret'");
            server.admit("host all scram 127.0.0.1/32 scram-sha-256\n");
            probe.rows("select pg_reload_conf()");
        }
        Endpoint endpoint = server.endpoint().withUser("scram");
        try (PsqlSession session = PsqlSession.open(endpoint.withPassword("secret"), SessionHost.bare())) {
            assertThat(session.run("select 1;", output).ok()).isTrue();
        }
        assertThatThrownBy(() -> PsqlSession.open(endpoint.withPassword("wrong"), SessionHost.bare()))
                .hasMessageEndingWith(" failed: FATAL:  password authentication failed for user \"scram\"");
        assertThatThrownBy(() -> PsqlSession.open(endpoint, SessionHost.bare()))
                .hasMessageEndingWith(" failed: fe_sendauth: no password supplied");
    }

    @Test
    void cancelsARunningStatement() throws Exception {
        try (PsqlSession session = open();
                Probe probe = Probe.open(server.endpoint())) {
            var running = CompletableFuture.supplyAsync(() -> session.run("select pg_sleep(60);", output));
            String active =
                    "select state from pg_stat_activity where wait_event = 'PgSleep' and pid = " + session.backendPid();
            Eventually.text(() -> probe.scalar(active), "active");
            session.cancel();
            Result result = running.get();
            assertThat(output.text())
                    .isEqualTo("Cancel request sent\nERROR:  canceling statement due to user request\n");
            assertThat(((Result.Failed) result).sqlState()).isEqualTo("57014");
        }
    }

    @Test
    void stopsPrintingWhenItIsCancelled() {
        try (PsqlSession session = open()) {
            CollectingOutput printed = new CollectingOutput();
            SessionOutput pressed = new SessionOutput() {
                @Override
                public void out(byte[] utf8, int offset, int length) {
                    printed.out(utf8, offset, length);
                    session.cancel();
                }

                @Override
                public void err(String text) {
                    printed.err(text);
                }
            };
            session.run("select generate_series(1, 300000) as n;", pressed);
            assertThat(printed.take())
                    .startsWith("   n    \n--------\n      1\n")
                    .endsWith("\nCancel request sent\n")
                    .hasSizeLessThan(100_000);
            assertThat(session.run("select 1 as n;", output).ok()).isTrue();
            assertThat(output.take()).isEqualTo(" n \n---\n 1\n(1 row)\n\n");
        }
    }

    @Test
    void tellsWhatEachStatementDid() {
        try (PsqlSession session = open()) {
            Result result =
                    session.run("create temp table k(a int); insert into k values (1); table k; begin; end;", output);
            assertThat(result.outcomes())
                    .extracting(o -> o.tag(), o -> o.kind())
                    .containsExactly(
                            tuple("CREATE TABLE", StatementKind.WRITES),
                            tuple("INSERT 0 1", StatementKind.WRITES),
                            tuple("SELECT 1", StatementKind.READ_ONLY),
                            tuple("BEGIN", StatementKind.TRANSACTION_CONTROL),
                            tuple("COMMIT", StatementKind.TRANSACTION_CONTROL));
        }
    }

    @Test
    void printsUnalignedRowsWhileMoreOfThemCome() {
        try (PsqlSession session = open()) {
            session.run("\\a \\t\n", output);
            output.take();
            session.run(
                    "select repeat('x', 1000), 1 / (3000 - g) from (select generate_series(1, 1000000000) g) each;",
                    output);
        }
        assertThat(output.text())
                .hasSizeGreaterThan(2_000_000)
                .startsWith("xxx")
                .endsWith("ERROR:  division by zero\n");
    }
}
