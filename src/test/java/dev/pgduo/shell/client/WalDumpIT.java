package dev.pgduo.shell.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.pgduo.cluster.TestCluster;
import dev.pgduo.cluster.binaries.ServerChoice;
import dev.pgduo.fixture.Servers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** pg_waldump's stand-in beside the real one of 15, on a log of 1 MB segments with everything in it that sessions can write. */
class WalDumpIT {
    private static final String ROWS = "400";

    @TempDir
    private Path directory = Path.of("");

    @BeforeEach
    void theRealOneIsThere() {
        assumeThat(Servers.hasFifteen("pg_waldump")).isTrue();
    }

    @Test
    void listsWhatTheRealOneLists() throws Exception {
        TestCluster made =
                new TestCluster(ServerChoice.installed().choose(Optional.of("15")), directory.resolve("data"));
        try (TestCluster cluster =
                made.init("--wal-segsize=1").set("wal_level = logical", "track_commit_timestamp = on")) {
            String place = Files.createDirectory(directory.resolve("place")).toString();
            Path script = Path.of("src/test/resources/dev/pgduo/shell/client/wal-workload.sql");
            cluster.start().psql(script, Map.of("rows", ROWS, "place", place));
            cluster.stop("immediate");
            compare(calls(cluster.wal(), firstSegment(cluster)));

            Files.createFile(cluster.data().resolve("standby.signal"));
            cluster.start().promote();
            cluster.sql("checkpoint; create table w.late as select generate_series(1, 100); drop table w.toast");
            cluster.stop("fast");
            String last = lastSegment(cluster);
            assertThat(last).startsWith("00000002");
            compare(List.of(List.of("pg_waldump", cluster.wal().resolve(last).toString())));
        }
    }

    private static void compare(List<List<String>> calls) {
        Path bin = Servers.fifteen().bin();
        for (List<String> call : calls) {
            assertThat(ProgramPair.own(call)).as("%s", call).isEqualTo(ProgramPair.real(bin, call));
        }
    }

    private static String firstSegment(TestCluster cluster) throws Exception {
        return segments(cluster).get(0);
    }

    private static String lastSegment(TestCluster cluster) throws Exception {
        List<String> names = segments(cluster).stream()
                .filter(name -> name.startsWith("00000002"))
                .toList();
        return names.get(0);
    }

    private static List<String> segments(TestCluster cluster) throws Exception {
        try (var files = Files.list(cluster.wal())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("[0-9A-F]{24}"))
                    .sorted()
                    .toList();
        }
    }

    private static List<List<String>> calls(Path wal, String first) {
        long megabyte = Long.parseLong(first.substring(16), 16);
        String start = String.format("0/%X", (megabyte << 20) + 40);
        String next = first.substring(0, 16) + String.format("%08X", megabyte + 1);
        List<List<String>> calls = new ArrayList<>();
        for (String options : """

                -b
                -z
                --stats=record
                --stats=rmgr -r Heap -n 100
                -r gin -n 50
                -r Heap -r XLOG -w
                --xid=760
                -w -n 40
                -R 1663/5/1259 -B 3
                -R 0/5/1
                --fork=fsm
                -q
                -e 0/260A000 -z
                -n q
                -r nope
                -r custom300
                -r custom130
                -r list
                -R 1/2
                -B 3
                -F zz
                -t 9
                -t q
                --stats=x
                -x abc
                -B abc -R 1/2/3
                --nope
                -K
                """.split("\n", -1)) {
            List<String> call = new ArrayList<>(List.of("pg_waldump", "-p", wal.toString(), "-s", start));
            call.addAll(List.of(options.strip().split(" ", -1)));
            call.remove("");
            calls.add(call);
        }
        String path = wal.toString();
        calls.add(List.of("pg_waldump"));
        calls.add(List.of("pg_waldump", "--help"));
        calls.add(List.of("pg_waldump", "-p", path));
        calls.add(List.of(
                "pg_waldump", "-p", path, "-s", String.format("0/%X", ((megabyte + 2) << 20) + 5000), "-n", "3"));
        calls.add(List.of("pg_waldump", "-p", path, "-s", "x"));
        calls.add(List.of("pg_waldump", "-p", "/nowhere", "-s", start));
        calls.add(List.of("pg_waldump", "-p", wal.resolveSibling("base").toString(), "-s", start));
        calls.add(List.of("pg_waldump", "-p", wal.resolveSibling("").toString(), first, next));
        calls.add(List.of("pg_waldump", path + "/" + first));
        calls.add(List.of("pg_waldump", path + "/" + next, first));
        calls.add(List.of("pg_waldump", path + "/" + first, "-e", "F/0"));
        calls.add(List.of("pg_waldump", path + "/" + first, "-s", "F/0"));
        calls.add(List.of("pg_waldump", path + "/00000001000000000000FFFF"));
        calls.add(List.of("pg_waldump", "a", "b", "c"));
        return calls;
    }
}
