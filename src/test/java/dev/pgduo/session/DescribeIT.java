package dev.pgduo.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.fixture.Postgres;
import dev.pgduo.fixture.TestServer;
import dev.pgduo.session.host.CollectingOutput;
import dev.pgduo.session.host.SessionHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every command of the {@code \d} family, with its options and many patterns, prints what real psql prints. */
final class DescribeIT {
    private static final Path RESOURCES = Path.of("src/test/resources/dev/pgduo/session/describe");

    private static final List<String> COMMANDS = List.of(
            ("d da db dc dC dd dD ddp dE des det deu dew df dfa dfn dfp dft dfw dfanp dfat dFd dFp dFt dg di dl dL dm dn do"
                            + " dO dp dPt dPi dPn dPtn dPin drds dRp dRs ds dt dT du dv dx dX dy dconfig dAc dAf dAo dAp dtv"
                            + " dtvmsE dim dA dF dP l list z lo_list")
                    .split(" ", -1));

    private static final List<String> WITHOUT_SYSTEM = List.of("dA", "dF", "dP", "l", "list", "z", "lo_list");

    private static final List<String> PATTERNS =
            List.of("", "*", "rich.*", "*.*", "a*", "\"Odd Schema\".*", "nosuch", "plain", "postgres");

    private static final List<String> RELATIONS = List.of(
            ("rich.* * \"Odd*.*\" pg_toast.* pg_class pg_catalog.pg_a* information_schema.* AUTHOR \"author\" rich.m?od \"Odd*"
                            + " nosuch a.b.c.d a.b.c postgres.rich.author \"postgres\".rich.author rich.\"a.b\""
                            + " rich.(author|book) rich.[ab]* author$ größe groß* rich.*_seq a. .a \"\" author; *.b*"
                            + " ric?.a*r rich.\"$\"")
                    .split(" ", -1));

    private static final List<String> NAMES =
            List.of("a.b.c.d a.b.c a.b postgres.rich.* \"pg_catalog\".* PG_* \"*\" a|b"
                    .concat(" $x pg[] int[] int foo; integer[] 'a_b' postgres.pg_catalog.* _* \"A\"")
                    .split(" ", -1));

    @RegisterExtension
    static final Postgres POSTGRES = new Postgres();

    @SuppressWarnings("NullAway.Init")
    private static TestServer server;

    @BeforeAll
    static void start() throws IOException {
        server = POSTGRES.server();
        server.psql().script("alter system set autovacuum = off;\nselect pg_reload_conf();\n");
        server.psql().script(Files.readString(RESOURCES.resolve("schema.sql")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "plain"})
    void listsWhatPsqlLists(String user) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String command : COMMANDS) {
            options(command)
                    .forEach(options -> PATTERNS.stream()
                            .filter(pattern -> !command.equals("d") || pattern.isEmpty())
                            // Without a pattern it shows that pgduo asks for UTF-8 when it connects.
                            .filter(pattern -> !command.equals("dconfig") || !pattern.isEmpty())
                            .forEach(pattern -> lines.add("\\" + command + options + " " + pattern)));
        }
        compare("lists", lines, user);
    }

    private static Stream<String> options(String command) {
        return WITHOUT_SYSTEM.contains(command)
                ? Stream.of("", command.equals("z") ? "" : "+")
                : Stream.of("", "S", "+", "S+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "plain"})
    void describesRelationsAsPsqlDoes(String user) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String pattern : RELATIONS) {
            List.of("\\d ", "\\d+ ", "\\dS+ ").forEach(command -> lines.add(command + pattern));
        }
        compare("relations", lines, user);
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "plain"})
    void readsPatternsAndSettingsAsPsqlDoes(String user) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String command : "dt dv df dT do dn du l dp db dL dA dconfig ddp dew deu dX".split(" ", -1)) {
            NAMES.forEach(name -> lines.add("\\" + command + " " + name));
        }
        lines.addAll(Files.readAllLines(RESOURCES.resolve("commands.sql")));
        compare("commands", lines, user);
    }

    @Test
    void helpsAsPsqlDoes() throws IOException {
        compare("help", Files.readAllLines(RESOURCES.resolve("help.sql")), "postgres");
    }

    @Test
    void showsItsQueriesWhenAsked() {
        CollectingOutput output = new CollectingOutput();
        try (PsqlSession session = PsqlSession.open(server.endpoint(), SessionHost.bare())) {
            session.run("\\t \\set ECHO_HIDDEN on \\db nosuch", output);
            assertThat(output.take())
                    .startsWith("Tuples only is on.\n********* QUERY **********\nselect spcname as \"Name\"")
                    .endsWith("\norder by 1\n**************************\n\n\n");
            session.run("\\set ECHO_HIDDEN noexec", output);
            assertThat(session.run("\\d rich.author", output).ok()).isFalse();
            assertThat(output.take()).containsOnlyOnce("* QUERY *").endsWith("\n**************************\n\n");
        }
    }

    private static void compare(String name, List<String> lines, String user) throws IOException {
        StringBuilder script = new StringBuilder();
        for (String line : lines) {
            String shown = line.replaceAll("[\\\\'\"]", "");
            script.append("\\echo '--- ")
                    .append(shown)
                    .append("'\n")
                    .append(line)
                    .append('\n');
        }
        String expected = server.psql().as(user).script(script.toString());
        CollectingOutput output = new CollectingOutput();
        try (PsqlSession session = PsqlSession.open(server.endpoint().withUser(user), SessionHost.bare())) {
            session.run(script.toString(), output);
        }
        Path directory = Files.createDirectories(Path.of("target/differential"));
        Files.writeString(directory.resolve("describe-" + name + "-" + user + ".psql"), expected);
        Files.writeString(directory.resolve("describe-" + name + "-" + user + ".pgduo"), output.text());
        assertThat(output.text().equals(expected))
                .as("diff target/differential/describe-" + name + "-" + user + ".*")
                .isTrue();
    }
}
