package dev.pgduo.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.fixture.Postgres;
import dev.pgduo.fixture.TestServer;
import dev.pgduo.session.host.CollectingOutput;
import dev.pgduo.session.host.SessionHost;
import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Backslash commands that psql 15 does not have. */
final class NewerCommandsIT {
    @RegisterExtension
    static final Postgres POSTGRES = new Postgres();

    @SuppressWarnings("NullAway.Init")
    private static TestServer server;

    @BeforeAll
    static void start() throws IOException {
        server = POSTGRES.shared();
    }

    private static String run(String script) {
        CollectingOutput output = new CollectingOutput();
        try (PsqlSession session = PsqlSession.open(server.endpoint(), SessionHost.bare())) {
            session.run("\\pset format unaligned\n\\pset tuples_only on\n", output);
            output.take();
            session.run(script, output);
        }
        return output.text();
    }

    @Test
    void bindsParameters() {
        assertThat(run("select $1::int + $2::int, $3 \\bind 1 2 'a b' \\g\nselect 5 \\bind \\g\nselect 6;\n"))
                .isEqualTo("3|a b\n5\n6\n");
        assertThat(run("select $1 as q \\bind x \\gset\n\\echo :q\n")).isEqualTo("x\n");
        assertThat(run("select $1 \\bind \\g\nselect 1;\n"))
                .isEqualTo("ERROR:  bind message supplies 0 parameters, but prepared statement \"\" requires 1\n1\n");
    }

    @Test
    void limitsTheHeaderOfExpandedOutput() {
        String wide = "\\pset format aligned\n\\x\nselect repeat('x', 60) as a";
        assertThat(run("\\pset xheader_width\n\\pset xheader_width column\n\\pset xheader_width 33\n"))
                .isEqualTo("""
                        Expanded header width is "full".
                        Expanded header width is "column".
                        Expanded header width is 33.
                        """);
        assertThat(run("\\pset xheader_width 30\n\\pset tuples_only off\n" + wide + ";\n"))
                .contains("\n-[ RECORD 1 ]-----------------\n");
        assertThat(run("\\pset xheader_width wide\n"))
                .isEqualTo("\\pset: allowed xheader_width values are \"full\" (default), \"column\", \"page\","
                        + " or a number specifying the exact width\n");
    }

    @Test
    void runsCommandsThatGiveNoRows() {
        assertThat(run("create temp table t (a int) \\bind \\g\ninsert into t values ($1) \\bind 4 \\g\ntable t;\n"))
                .isEqualTo("CREATE TABLE\nINSERT 0 1\n4\n");
    }

    @Test
    void preparesAndForgetsStatements() {
        assertThat(run("select $1::int * 2 \\parse twice\n\\bind_named twice 4 \\g\n\\bind_named twice 5 \\g\n"))
                .isEqualTo("8\n10\n");
        assertThat(run("select 1 \\parse one\n\\close_prepared one\n\\bind_named one \\g\n"))
                .isEqualTo("ERROR:  prepared statement \"one\" does not exist\n");
        assertThat(run("selec \\parse one\n\\parse\n\\bind_named\n"))
                .contains(
                        "syntax error",
                        "\\parse: missing required argument\n",
                        "\\bind_named: missing required argument\n");
    }

    @Test
    void listsRoleGrants() {
        assertThat(
                        run(
                                "create role a;\ncreate role b noinherit;\ngrant a to b with admin option;\n\\drg\ndrop role a, b;\n"))
                .isEqualTo("""
                        CREATE ROLE
                        CREATE ROLE
                        GRANT ROLE
                        b|a|ADMIN, SET|postgres
                        DROP ROLE
                        """);
    }

    @Test
    void refusesPipelines() {
        assertThat(run("\\startpipeline\n"))
                .isEqualTo("\\startpipeline: pipelines are not supported; \"\\pset psql_style 18\" has them\n");
    }

    @Test
    void saysNothingOfAPreparedStatement() {
        assertThat(run("select 1 \\parse one\n\\close_prepared one\n")).isEmpty();
        assertThat(
                        run(
                                "\\set QUIET\n\\pset psql_style 18\n\\unset QUIET\nselect 1 \\parse one\n\\close_prepared one\n"))
                .isEqualTo("\n\n");
    }

    @Test
    void watchesSoManyTimes() {
        assertThat(run("select 7 \\watch c=3 i=0\n").lines().filter("7"::equals))
                .hasSize(3);
        assertThat(run("select 7 \\watch interval=0 min_rows=2\n").lines().filter("7"::equals))
                .hasSize(1);
    }

    @Test
    void saysWhatItCannotWatch() {
        assertThat(run("select 1 \\watch c=x\nselect 1 \\watch i=-1\nselect 1 \\watch m=0\nselect 1 \\watch a=b\n"))
                .isEqualTo("""
                        \\watch: incorrect iteration count "x"
                        \\watch: incorrect interval value "-1"
                        \\watch: incorrect minimum row count "0"
                        \\watch: unrecognized parameter "a=b"
                        """);
        assertThat(run("select 1 \\watch c=1 c=2\nselect 1 \\watch 1 i=2\n")).isEqualTo("""
                        \\watch: iteration count is specified more than once
                        \\watch: interval value is specified more than once
                        """);
    }
}
