package dev.pgduo.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.cluster.process.ShellLine;
import dev.pgduo.fixture.Postgres;
import dev.pgduo.fixture.TestServer;
import dev.pgduo.report.CommandFailed;
import dev.pgduo.session.host.CollectingOutput;
import dev.pgduo.session.host.PlainHost;
import dev.pgduo.session.host.SessionOutput;
import dev.pgduo.version.PsqlStyle;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The variables that psql 16 and 18 have, and psql 15 has not. */
final class StyleVariablesIT {
    private static final String SHOW = "\\echo :SHELL_ERROR :SHELL_EXIT_CODE\n";

    @RegisterExtension
    static final Postgres POSTGRES = new Postgres();

    @SuppressWarnings("NullAway.Init")
    private static TestServer server;

    @BeforeAll
    static void start() throws IOException {
        server = POSTGRES.shared();
    }

    /** A host with a shell. */
    private static final class Host extends PlainHost {
        Host(Map<String, String> environment) {
            super(environment);
        }

        private ShellLine line(String command) {
            return new ShellLine(command, currentDirectory(), environment());
        }

        @Override
        public int shell(String command, SessionOutput output) throws IOException {
            return line(command).run();
        }

        @Override
        public Printed backquote(String command) throws IOException {
            InputStream in = line(command).output();
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8).stripTrailing();
            try {
                in.close();
                return new Printed(text, 0);
            } catch (CommandFailed e) {
                return new Printed(text, e.exitCode());
            }
        }

        @Override
        public OutputStream pipe(String command, SessionOutput output) throws IOException {
            return line(command).input();
        }

        @Override
        public InputStream reader(String command, SessionOutput output) throws IOException {
            return line(command).output();
        }

        @Override
        public @Nullable String ask(String prompt, boolean secret) {
            return null;
        }
    }

    private static String run(int style, String script) {
        return run(new Host(System.getenv()), style, script);
    }

    private static String run(Host host, int style, String script) {
        CollectingOutput output = new CollectingOutput();
        try (PsqlSession session = PsqlSession.open(server.endpoint(), host)) {
            session.style(new PsqlStyle(style));
            session.run("\\set QUIET on\n", output);
            session.run(script, output);
        }
        return output.text();
    }

    @Test
    void saysHowTheLastShellCommandEnded() {
        String script = SHOW + "\\! exit 3\n" + SHOW + "\\! true\n" + SHOW + "\\set x `exit 4`\n" + SHOW
                + "select 1 \\g |cat >/dev/null; exit 5\n" + SHOW + "\\o |cat >/dev/null; exit 6\n\\o\n" + SHOW
                + "\\copy (select 1) to program 'cat >/dev/null; exit 7'\n" + SHOW
                + "select 2 \\w |cat >/dev/null; exit 8\n" + SHOW + "\\r\n\\! kill -9 $$\n" + SHOW;
        assertThat(run(16, script)).isEqualTo("""
                        :SHELL_ERROR :SHELL_EXIT_CODE
                        true 3
                        false 0
                        true 4
                        true 5
                        true 6
                        cat >/dev/null; exit 7: child process exited with exit code 7
                        true 7
                        |cat >/dev/null; exit 8: child process exited with exit code 8
                        true 8
                        true 137
                        """);
        assertThat(run(15, script))
                .isEqualTo(SHOW.substring(6).repeat(6)
                        + "cat >/dev/null; exit 7: child process exited with exit code 7\n"
                        + SHOW.substring(6).repeat(3));
    }

    @Test
    void hasAnIntervalToWatchIn() {
        assertThat(run(18, """
                        \\echo :WATCH_INTERVAL
                        \\set WATCH_INTERVAL x
                        \\set WATCH_INTERVAL -1
                        \\set WATCH_INTERVAL
                        \\set WATCH_INTERVAL 0.01
                        \\echo :WATCH_INTERVAL
                        \\unset WATCH_INTERVAL
                        \\echo :WATCH_INTERVAL
                        """)).isEqualTo("""
                        2
                        invalid value "x" for variable "WATCH_INTERVAL"
                        invalid value "-1" for variable "WATCH_INTERVAL": must be greater than 0.00
                        invalid input syntax for variable "WATCH_INTERVAL"
                        0.01
                        2
                        """);
        assertThat(run(18, "\\set WATCH_INTERVAL 0.01\nselect 7 \\watch c=2\n"))
                .contains(" (every 0.01s)\n\n", "7\n(1 row)\n\n");
        assertThat(run(17, "\\echo :WATCH_INTERVAL\n\\set WATCH_INTERVAL x\n\\echo :WATCH_INTERVAL\n"))
                .isEqualTo(":WATCH_INTERVAL\nx\n");
        assertThat(run(
                        15,
                        "\\pset psql_style 18\n\\echo :WATCH_INTERVAL\n\\pset psql_style 15\n\\echo :WATCH_INTERVAL\n"))
                .isEqualTo("2\n:WATCH_INTERVAL\n");
    }

    @Test
    void namesTheServiceOfTheConnection(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("services");
        String port = Integer.toString(server.endpoint().port());
        Files.writeString(file, "[mine]\nhost=127.0.0.1\nport=" + port + "\nuser=postgres\ndbname=postgres\n");
        String script = "\\c service=mine\n\\echo :SERVICE\n\\c -reuse-previous=off 'host=127.0.0.1 port=" + port
                + " user=postgres'\n\\echo :SERVICE\n";
        Host host = new Host(Map.of("PGSERVICEFILE", file.toString()));
        assertThat(run(host, 18, script)).isEqualTo("mine\n:SERVICE\n");
        assertThat(run(host, 17, script)).isEqualTo(":SERVICE\n:SERVICE\n");
    }

    @Test
    void readsTheWordsOfWatchStrictly() {
        assertThat(run(16, "select 1 \\watch x\nselect 1 \\watch 1 2\nselect 1 \\watch m=1\n"))
                .isEqualTo("""
                        \\watch: incorrect interval value "x"
                        \\watch: interval value is specified more than once
                        \\watch: unrecognized parameter "m=1"
                        """);
        assertThat(run(17, "select 1 \\watch m=5\n")).contains("1\n(1 row)\n");
    }

    @Test
    void showsTheConnectionAsATable() {
        String port = Integer.toString(server.endpoint().port());
        assertThat(run(18, "\\t\n\\a\n\\conninfo\n").replaceAll("PID\\|\\d+", "PID|N"))
                .isEqualTo("""
                        Database|postgres
                        Client User|postgres
                        Host|127.0.0.1
                        Server Port|%s
                        Options|
                        Protocol Version|3.0
                        Password Used|false
                        GSSAPI Authenticated|false
                        Backend PID|N
                        SSL Connection|false
                        Superuser|on
                        Hot Standby|off
                        """.formatted(port));
        assertThat(run(18, "\\conninfo\n"))
                .startsWith("      Connection Information\n      Parameter       |   Value   \n")
                .endsWith("(12 rows)\n\n");
        assertThat(run(17, "\\conninfo\n")).startsWith("You are connected to database \"postgres\"");
    }
}
