package dev.pgduo.lab.loss;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.HeadlessShell;
import dev.pgduo.cluster.process.OsProcess;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.fixture.Postgres;
import dev.pgduo.lab.Lab;
import dev.pgduo.session.Probe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** {@code loss} and {@code loss save} as they are typed. */
class LossIT {
    @RegisterExtension
    static final Postgres POSTGRES = new Postgres();

    private static final String ROWS = "select t::text from thing t order by id";
    private static final String BAG = "select b::text from bag b order by 1";

    @TempDir
    Path state;

    private HeadlessShell shell;

    @BeforeEach
    void up() throws Exception {
        shell = HeadlessShell.open(POSTGRES.directory(), state);
        ok("up --auth trust");
    }

    @AfterEach
    void down() {
        shell.type("destroy --yes");
        shell.close();
    }

    private Lab lab() {
        return shell.current().lab();
    }

    private String ok(String line) {
        HeadlessShell.Typed typed = shell.type(line);
        assertThat(typed.failed()).as(line + "\n" + typed.text()).isFalse();
        return typed.text();
    }

    private void run(NodeName node, String... statements) {
        List.of(statements).forEach(lab().query(node)::rows);
    }

    private static List<String> rows(Probe probe, String sql) {
        return probe.rows(sql).stream()
                .map(row -> String.valueOf((@Nullable Object) row.get(0)))
                .toList();
    }

    /** Things of many types, and a table without a key, in the hands of a primary whose standby is away. */
    private void part() {
        run(
                NodeName.A,
                "create type mood as enum ('good', 'it''s \\bad')",
                "create table thing(id int primary key, at timestamptz, f float8, b bytea, j json, m mood, a text[],"
                        + " long text)",
                "create table bag(v text, n numeric)",
                "insert into thing select n, now(), 1.1, '\\x00ff', '{\"a\": 1}', 'good', '{a,\"b c\"}', 'x'"
                        + " from generate_series(1, 20) as n",
                "insert into bag select v, 1.50 from unnest(array['a', 'a', 'b', 'c', null]) as v");
        ok("catchup");
        ok("stop b");
        run(
                NodeName.A,
                "insert into thing values (100, '2001-01-01', 1e-300, '\\x5c27', '[1, \"\\\\\"]', 'it''s \\bad',"
                        + " '{NULL,\"\\\"\"}', repeat(md5('1'), 2000))",
                "update thing set f = f / 3, m = 'it''s \\bad' where id = 3",
                "update thing set id = 44 where id = 4",
                "update thing set long = 'twice' where id = 44",
                "delete from thing where id in (5, 6)",
                "update thing set long = 'a' where id = 7",
                "begin; insert into thing(id) values (200); rollback",
                "insert into thing(id) values (201); delete from thing where id = 201",
                "delete from bag where ctid in (select min(ctid::text)::tid from bag where v = 'a')",
                "update bag set n = 2 where v is null",
                "create table later(id int)",
                "insert into later values (1)");
        ok("crash a kill");
    }

    @Test
    void theRowsAreShownWithAndWithoutServers() {
        part();
        assertThat(ok("loss"))
                .contains("the histories have not diverged: node b lacks what node a has from 0/")
                .contains("a table with a number: no server runs that knows its name")
                .containsPattern(" file \\d+/\\d+ +\\|")
                .contains("it is lost when node b is promoted now");
        ok("start b");
        ok("promote b");
        run(NodeName.B, "update thing set long = 'b' where id = 7");
        String shown = ok("loss");
        assertThat(shown)
                .containsPattern("the histories of the nodes diverge at 0/[0-9A-F]+ on timeline 1; node a is left")
                .containsPattern("(?m)^ public.thing +\\| 2 +\\| 4 +\\| 3 +\\| 1$")
                .containsPattern("(?m)^ public.bag +\\| 0 +\\| 1 +\\| 1 +\\| 0$")
                .containsPattern("(?m)^ file \\d+/\\d+ +\\| 1 +\\| 0 +\\| 0 +\\| 0$")
                .containsPattern("(?m)^ a +\\| .+ \\| 11 +\\| \\d{4}-")
                .containsPattern("(?m)^ b +\\| .+ \\| 1 +\\| \\d{4}-")
                .containsPattern("\"rewind a --from b\" drops it, and fetches \\d+ pages in \\d+ files");
        ok("rewind a --from b --yes");
        assertThat(ok("loss")).contains("has all that node");
    }

    @Test
    void theSavedRowsBringTheOtherNodeToTheSame() throws Exception {
        part();
        ok("start b");
        ok("promote b");
        Path file = state.resolve("lost.sql");
        assertThat(ok("loss save " + file)).contains("statements");
        String script = Files.readString(file);
        assertThat(script)
                .startsWith("-- Rows that were committed on node a and that node b does not have")
                .contains("UPDATE public.thing SET \"id\" = '44', \"long\" = 'twice' WHERE \"id\" = '4';")
                .contains("DELETE FROM public.thing WHERE \"id\" = '5';", "INSERT INTO public.later (\"id\")")
                .doesNotContain("'200'", "'201'");
        assertThat(ok("loss --sql").lines().toList()).isEqualTo(script.lines().toList());
        assertThat(shell.type("loss save " + file).text())
                .contains("ERROR:  cannot write file", "File exists", "loss save " + file + " --yes");
        assertThat(ok("loss save " + file + " --yes")).contains("wrote ");
        assertThat(lab().directory().resolve("loss")).doesNotExist();
        assertThat(OsProcess.in(lab().node(NodeName.A).layout().data())).isEmpty();
        List<String> things;
        List<String> bags;
        try (LoneCopy copy = LoneCopy.start(lab(), NodeName.A);
                Probe probe = copy.probe("postgres")) {
            things = rows(probe, ROWS);
            bags = rows(probe, BAG);
            assertThat(probe.scalar("show listen_addresses")).isEmpty();
        }
        try (Probe probe = lab().probe(NodeName.B)) {
            assertThat(rows(probe, ROWS)).isNotEqualTo(things);
            probe.rows("create table later(id int)");
            probe.rows(
                    script.lines().filter(line -> !line.startsWith("\\connect")).collect(Collectors.joining("\n")));
            assertThat(rows(probe, ROWS)).isEqualTo(things);
            assertThat(rows(probe, BAG)).isEqualTo(bags);
        }
    }

    @Test
    void theGaugeTellsBeforeAnythingHappens() {
        assertThat(ok("status")).doesNotContain("died now");
        run(NodeName.A, "create table t(id int)");
        ok("catchup");
        ok("stop b");
        run(
                NodeName.A,
                "insert into t values (1)",
                "insert into t values (2)",
                "begin; insert into t values (3); rollback");
        assertThat(ok("status")).containsPattern("(?m)^if a died now: 2 commits, \\d+.* k?B$");
        ok("start b");
        ok("catchup");
        assertThat(ok("status")).doesNotContain("died now");
    }

    /** As a pgduo leaves it that was killed in the middle of {@code loss --sql}. */
    @Test
    void downEndsACopyThatWasLeft() {
        ok("stop b");
        LoneCopy.start(lab(), NodeName.B);
        Path copy = lab().directory().resolve("loss");
        assertThat(OsProcess.in(copy.resolve("data"))).isNotEmpty();
        ok("down");
        assertThat(copy).doesNotExist();
    }
}
