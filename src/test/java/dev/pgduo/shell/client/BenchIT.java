package dev.pgduo.shell.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.pgduo.cluster.TestCluster;
import dev.pgduo.cluster.binaries.ServerBinaries;
import dev.pgduo.fixture.Servers;
import dev.pgduo.version.ServerVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** pgbench's stand-in beside the real one, and on servers of every major. What is measured is not compared. */
class BenchIT {
    @TempDir
    private Path directory = Path.of("");

    static List<ServerVersion> versions() {
        return Servers.versions();
    }

    @Test
    void printsWhatTheRealOnePrints() throws Exception {
        assumeThat(Servers.hasFifteen("pgbench")).isTrue();
        write(
                "fine.sql",
                "\\set a 5 + :client_id * 2\n\\sleep 1 ms\nselect :a, abs(-:a);\n\n-- a comment\nselect\n  1;\n");
        write("fails.sql", "select 1; select 1/0;\n");
        write("unknown.sql", "\\foo\n");
        write("broken.sql", "\\set a 1 +\nselect 1;\n");
        write("variable.sql", "select :zz;\n");
        write("nothing.sql", "");
        write("zero.sql", "\\set a 1 / 0\nselect 1;\n");
        try (TestCluster cluster = cluster(Servers.fifteen())) {
            for (String words : List.of(
                    "-n",
                    "-i",
                    "-i -s 2 -q -F 90",
                    "-i -I dtGvpf -n",
                    "-i",
                    "-i -I x",
                    "-i -t 3",
                    "-I d",
                    "-i --partitions=3 -F 90",
                    "-n -t 2",
                    "-n -t 2 -b select-only -M prepared",
                    "-i --partitions=4 --partition-method=HASH -I dtGp",
                    "-n -t 2 -S",
                    "-i --partitions=0",
                    "-i --partitions=-1",
                    "-i --partitions=x",
                    "-i --partition-method=list",
                    "-i --partition-method=hash",
                    "-S --partitions=3",
                    "-t 5 -T 5",
                    "-c 0",
                    "-c x",
                    "-j 0",
                    "-s x",
                    "-R 0",
                    "-L x",
                    "-P 0",
                    "-M foo",
                    "-b foo",
                    "-b list",
                    "-b s",
                    "-f DIR/none.sql",
                    "-D foo",
                    "-n -t 3 a b",
                    "-n -t 3 nodb",
                    "-n -t 3 -S",
                    "-t 3 -N -c 3 -j 2 -r",
                    "-n -t 5 -M prepared",
                    "-n -t 5 -M extended",
                    "-n -t 5 -C",
                    "-n -t 2 -f DIR/fine.sql -r -n",
                    "-n -t 20 --random-seed=7 -b tpcb-like@2 -b select-only@1 -s 5",
                    "-n -t 2 -f DIR/fails.sql",
                    "-n -t 2 -f DIR/unknown.sql",
                    "-n -t 2 -f DIR/broken.sql",
                    "-n -t 2 -f DIR/variable.sql",
                    "-n -t 2 -f DIR/nothing.sql",
                    "-n -t 2 --max-tries=3 -c 2 --failures-detailed",
                    "-n -t 2 --max-tries=0",
                    "-v -t 1",
                    "-K",
                    "--nope",
                    "-n -t 2 -c 2 -j 5",
                    "-n -t 20 -R 100 -L 100000",
                    "-S -t 1 -f DIR/fine.sql@0",
                    "-f DIR/fine.sql@x",
                    "-n -t 1 -f DIR/fine.sql@0")) {
                same(cluster, words);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\if 1\nselect 1;\n\\else\nselect 2/0;\n\\endif\n",
                "\\if 0\nselect 1/0;\n\\elif 1\nselect 1;\n\\elif 1\nselect 2/0;\n\\else\nselect 3/0;\n\\endif\nselect 4;",
                "\\if 1\n\\if 0\nselect 1/0;\n\\else\nselect 'x'::int;\n\\endif\n\\endif\n",
                "\\if 0\n\\if 1\nselect 1/0;\n\\endif\n\\elif 0\n\\else\nselect 1, 2/0;\n\\endif\n",
                "\\if 1\nselect 1;\n",
                "\\else\n",
                "\\endif\n",
                "\\elif 1\n",
                "\\if 1\nselect 1;\n\\else\n\\elif 1\n\\endif\n",
                "\\if 1\n\\else\n\\else\n\\endif\n",
                "\\if\n\\endif\n",
                "\\if 1 +\n\\endif\n",
                "  \\if 1 + ) 2\n\\endif\n",
                "\\endif x\nselect 1;",
                "\\if 1\n\\else x\n\\endif\nselect 1;",
                "select 1 as a \\gset\n\\set b :a + 1\nselect :b / (:b - 2);\n",
                "select 1 as a, 2 as b \\gset p_\nselect :p_a / (:p_b - 2);\n",
                "select 1 as a where false \\gset\n",
                "select generate_series(1,2) as a \\gset\n",
                "create temp table x(a int) \\gset\n",
                "\\gset\n",
                "select 1 \\gset a b\n",
                "select 1 as \"a b\" \\gset\n",
                "select 1 as a\\; select 2 as b \\gset\nselect :b / (:b - 2);",
                "select 1 as a\\; select 2 as b \\aset\nselect :b / (:b - :a - 1);",
                "select 1 as a where false\\; select 2 as b \\aset\nselect :a, :b;",
                "begin;\nselect 1/0 as a \\gset\n",
                "select 1 \\if 1\n",
                "\\if 1\nselect 1\n\\endif\n;",
                "\\set a case when 1 = 2 then 2 when 3 > 2 then 5 else 3 end\nselect :a / (:a - 5);\n",
                "\\set a true\n\\if :a\nselect 1/0;\n\\endif\n",
                "\\set a 1 > 0 and not false or 1 = 2\n\\if :a\nselect 1/0;\n\\endif\n",
                "\\if 0.0\nselect 1/0;\n\\endif\n\\if null\nselect 2/0;\n\\endif\n\\if null is null\nselect 3/0;\n\\endif",
                "\\set a 5 & 3 | 8 # 1 << 2\n\\set b abs(null) isnull\nselect ':a :b'::int;\n",
                "\\set a not 1 = 2\n\\set b 7 % 4 - -2 * 3\n\\set c 1 <> 2 and 2 != 2\nselect ':a :b :c'::int;\n"
            })
    void takesBranchesAndKeepsRowsAsTheRealOne(String script) throws Exception {
        assumeThat(Servers.hasFifteen("pgbench")).isTrue();
        write("s.sql", script);
        try (TestCluster cluster = cluster(Servers.fifteen())) {
            same(cluster, "-n -t 1 -r -f DIR/s.sql");
            same(cluster, "-n -t 1 -M extended -f DIR/s.sql");
        }
    }

    /** The books balance: what was added to accounts is in branches, tellers and the history too. */
    @ParameterizedTest
    @MethodSource("versions")
    void runsOnEveryMajor(ServerVersion version) throws Exception {
        try (TestCluster cluster = cluster(Servers.of(version))) {
            assertThat(own(cluster, "-i").code()).isZero();
            ProgramPair.Ended ended = own(cluster, "-c 3 -t 30 --max-tries=10");
            assertThat(ended.out()).contains("number of transactions actually processed: 90/90\n");
            assertThat(cluster.sql("select count(*) from pgbench_history")).isEqualTo("90");
            String sum = cluster.sql("select sum(delta) from pgbench_history");
            assertThat(cluster.sql("select sum(abalance) from pgbench_accounts"))
                    .isEqualTo(sum);
            assertThat(cluster.sql("select sum(bbalance) from pgbench_branches"))
                    .isEqualTo(sum);
            assertThat(cluster.sql("select sum(tbalance) from pgbench_tellers")).isEqualTo(sum);
        }
    }

    private void write(String name, String text) throws Exception {
        Files.writeString(directory.resolve(name), text);
    }

    private void same(TestCluster cluster, String words) {
        ProgramPair.Ended real = ProgramPair.real(Servers.fifteen().bin(), call(cluster, words));
        ProgramPair.Ended own = own(cluster, words);
        assertThat(plain(own.out())).as(words).isEqualTo(plain(real.out()));
        assertThat(plain(own.err())).as(words).isEqualTo(plain(real.err()));
        assertThat(own.code()).as(words).isEqualTo(real.code());
    }

    /** Without times, and what depends on them. */
    private static String plain(String text) {
        return text.replaceAll("pgbench \\(1.*", "pgbench (VERSION)")
                .replaceAll("\\d+\\.\\d{2,6}( ms| s|%? ?\\(| \\(|\\))", "T$1")
                .replaceAll("tps = [0-9.T]+", "tps = T")
                .replaceAll("(?m)^ +[0-9.]{5,11} ( +\\d+  )", "  T $1")
                .replaceAll("(weight: .*\\n) - \\d+ transactions \\(\\S+", "$1 - N transactions (T")
                .replaceAll("(?m)(avg|max) T", "$1")
                .replaceAll("avg [0-9.]+ \\(max [0-9.]+\\)", "avg T (max T)")
                .replaceAll("(?m)^NOTICE: .*skipping\\n", "")
                .replaceAll("(?m)^(100000|200000) of .*done.*\\n", "")
                .replaceAll("\\d+\\.\\d+%", "P%");
    }

    private ProgramPair.Ended own(TestCluster cluster, String words) {
        return ProgramPair.own(call(cluster, words));
    }

    private List<String> call(TestCluster cluster, String words) {
        List<String> call = new ArrayList<>(List.of("pgbench", "-h", "127.0.0.1", "-U", "postgres"));
        call.addAll(List.of("-p", Integer.toString(cluster.port())));
        for (String word : words.isEmpty() ? new String[0] : words.split(" ", -1)) {
            call.add(word.replace("DIR", directory.toString()));
        }
        if (!words.contains(" a b") && !words.contains(" nodb")) {
            call.add("postgres");
        }
        return call;
    }

    private TestCluster cluster(ServerBinaries server) throws Exception {
        return new TestCluster(server, directory.resolve("data")).init().start();
    }
}
