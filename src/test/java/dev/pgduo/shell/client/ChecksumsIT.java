package dev.pgduo.shell.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.pgduo.cluster.TestCluster;
import dev.pgduo.cluster.binaries.ServerBinaries;
import dev.pgduo.cluster.files.FileTree;
import dev.pgduo.cluster.process.RunAs;
import dev.pgduo.fixture.Servers;
import dev.pgduo.version.ServerVersion;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The stand-ins of pg_checksums and pg_resetwal beside the real ones, and on clusters of every major. */
class ChecksumsIT {
    @TempDir
    private Path directory = Path.of("");

    static List<ServerVersion> versions() {
        return Servers.sample();
    }

    @Test
    void checkAndEnableAndDisableAsTheRealOneDoes() throws Exception {
        assumeThat(Servers.hasFifteen("pg_checksums")).isTrue();
        try (TestCluster cluster = cluster("-k")) {
            same(cluster, "-D DATA");
            cluster.stop("fast");
            for (String words : List.of(
                    "DATA",
                    "-D DATA -v",
                    "-c DATA",
                    "-e DATA",
                    "-f 1259 -v DATA",
                    "-f 1259 -e DATA",
                    "-f abc DATA",
                    "-f -1 DATA",
                    "-f 9999999999 DATA",
                    "",
                    "a b",
                    "-D DATA x",
                    "DATA/none",
                    "-K",
                    "--nope",
                    "--help",
                    "DATA/base")) {
                same(cluster, words);
            }
            for (String words : List.of("-d -v DATA", "-d DATA", "DATA", "-e -v DATA", "-d -N DATA", "-d -e -N DATA")) {
                twice(cluster, words);
            }
            damage(cluster, "base/1/1259", 9000);
            damage(cluster, "base/1/1247", 900);
            same(cluster, "DATA");
            same(cluster, "-v DATA");
            twice(cluster, "-d DATA");
            twice(cluster, "-e -v DATA");
            damage(cluster, "base/1/1249", Files.size(cluster.data().resolve("base/1/1249")));
            same(cluster, "DATA");
            damage(cluster, "global/pg_control", 20);
            same(cluster, "DATA");
        }
    }

    /** What is enabled here is right for the server, and for the real program. */
    @ParameterizedTest
    @MethodSource("versions")
    void theServerReadsWhatWasEnabled(ServerVersion version) throws Exception {
        try (TestCluster cluster = cluster(Servers.of(version))) {
            cluster.stop("fast");
            String data = cluster.data().toString();
            if (ProgramPair.own(List.of("pg_checksums", data)).code() == 0) {
                // From 18 on pages have them unasked.
                assertThat(ProgramPair.own(List.of("pg_checksums", "-d", data)).code())
                        .isZero();
            }
            assertThat(ProgramPair.own(List.of("pg_checksums", "-e", data)).code())
                    .isZero();
            assertThat(ProgramPair.own(List.of("pg_checksums", data)).out()).contains("Bad checksums:  0\n");
            cluster.start();
            assertThat(cluster.sql("show data_checksums")).isEqualTo("on");
            assertThat(cluster.sql("select sum(length(t.x)) from made t")).isEqualTo("500000");
            cluster.stop("fast");
            assertThat(ProgramPair.own(List.of("pg_checksums", data)).code()).isZero();
            assertThat(ProgramPair.ownAsServer(List.of("pg_resetwal", "-n", data))
                            .code())
                    .isZero();
        }
    }

    @Test
    void resetWalShowsWhatTheRealOneShows() throws Exception {
        assumeThat(Servers.hasFifteen("pg_resetwal")).isTrue();
        try (TestCluster cluster = cluster()) {
            resets(cluster, "-n DATA");
            cluster.stop("fast");
            for (String words : List.of(
                    "-n DATA",
                    "-n -D DATA",
                    "-fn DATA",
                    "-n DATA -x 5000 -u 800",
                    "-n DATA -x 0x10 -u 010",
                    "-n DATA -o 20000 -e 3 -m 10,2 -O 50 -c 5,6 -l 000000020000000000000010 --wal-segsize=32",
                    "-n",
                    "-n DATA d",
                    "-n DATA/none",
                    "-n DATA -x abc",
                    "-n DATA -x 2",
                    "-n DATA -x 0",
                    "-n DATA -u 2",
                    "-n DATA -e -1",
                    "-n DATA -e x",
                    "-n DATA -c 1,2",
                    "-n DATA -c 0,0",
                    "-n DATA -c 7",
                    "-n DATA -c 7,x",
                    "-n DATA -o 0",
                    "-n DATA -o x",
                    "-n DATA -m 0,1",
                    "-n DATA -m 5",
                    "-n DATA -m 1,0",
                    "-n DATA -O -1",
                    "-n DATA -O x",
                    "-n DATA -l xyz",
                    "-n DATA -l 0000000100000000000000FA",
                    "-n DATA --wal-segsize=3",
                    "-n DATA --wal-segsize=2000",
                    "-n DATA --wal-segsize=x",
                    "-n DATA --wal-segsize=64",
                    "-n DATA --wal-segsize=1",
                    "-K DATA",
                    "--nope DATA",
                    "--help",
                    "-n DATA -x 99999999999",
                    "-n DATA -c -1,5")) {
                resets(cluster, words);
            }
            damage(cluster, "global/pg_control", 280);
            resets(cluster, "-n DATA");
            Files.delete(cluster.data().resolve("global/pg_control"));
            resets(cluster, "-n DATA");
        }
    }

    private static void resets(TestCluster cluster, String words) {
        List<String> call = call("pg_resetwal", words, cluster.data());
        assertThat(ProgramPair.ownAsServer(call))
                .as(words)
                .isEqualTo(ProgramPair.real(Servers.fifteen().bin(), call, RunAs.probe()));
    }

    private static void same(TestCluster cluster, String words) {
        List<String> call = call("pg_checksums", words, cluster.data());
        assertThat(ProgramPair.own(call))
                .as(words)
                .isEqualTo(ProgramPair.real(Servers.fifteen().bin(), call));
    }

    /** A call that changes the cluster: what the two leave is the same too. */
    private void twice(TestCluster cluster, String words) throws IOException {
        Path copy = directory.resolve("copy");
        FileTree.copy(cluster.data(), copy);
        String theirs = copy.toString();
        ProgramPair.Ended real = ProgramPair.real(Servers.fifteen().bin(), call("pg_checksums", words, copy));
        ProgramPair.Ended own = ProgramPair.own(call("pg_checksums", words, cluster.data()));
        String data = cluster.data().toString();
        assertThat(own.code()).as(words).isEqualTo(real.code());
        assertThat(sorted(own.out() + own.err(), data)).isEqualTo(sorted(real.out() + real.err(), theirs));
        assertThat(contents(cluster.data())).isEqualTo(contents(copy));
        FileTree.delete(copy);
    }

    /** The two directories need not have their files in the same order. */
    private static List<String> sorted(String lines, String data) {
        return lines.replace(data, "DATA").lines().sorted().toList();
    }

    private static Map<String, Integer> contents(Path data) throws IOException {
        Map<String, Integer> contents = new TreeMap<>();
        for (Path file : FileTree.sizes(data).keySet()) {
            byte[] bytes = Files.readAllBytes(data.resolve(file));
            if (file.endsWith("pg_control")) {
                // The real one notes when it changed the file.
                Arrays.fill(bytes, 24, 32, (byte) 0);
                Arrays.fill(bytes, 288, 292, (byte) 0);
            }
            contents.put(file.toString(), Arrays.hashCode(bytes));
        }
        return contents;
    }

    private static List<String> call(String program, String words, Path data) {
        List<String> call = new ArrayList<>(List.of(program));
        for (String word : words.isEmpty() ? new String[0] : words.split(" ", -1)) {
            call.add(word.replace("DATA", data.toString()));
        }
        return call;
    }

    private static void damage(TestCluster cluster, String file, long at) throws IOException {
        try (RandomAccessFile target =
                new RandomAccessFile(cluster.data().resolve(file).toFile(), "rw")) {
            target.seek(at);
            target.write(new byte[] {'x', 'y', 'z'});
        }
    }

    private TestCluster cluster(String... words) throws Exception {
        return fill(new TestCluster(Servers.fifteen(), directory.resolve("data")).init(words));
    }

    private TestCluster cluster(ServerBinaries server) throws Exception {
        return fill(new TestCluster(server, directory.resolve("data")).init());
    }

    private static TestCluster fill(TestCluster cluster) throws Exception {
        cluster.start().sql("create table made as select repeat('x', 100) as x from generate_series(1, 5000)");
        cluster.sql("create unlogged table fleeting (a int); create index on made (x); checkpoint");
        return cluster;
    }
}
