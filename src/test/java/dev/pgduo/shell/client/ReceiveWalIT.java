package dev.pgduo.shell.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.pgduo.cluster.TestCluster;
import dev.pgduo.cluster.binaries.ServerBinaries;
import dev.pgduo.cluster.files.FileTree;
import dev.pgduo.cluster.process.OsCommand;
import dev.pgduo.cluster.process.OsProcess;
import dev.pgduo.cluster.process.Signal;
import dev.pgduo.cluster.process.ThisProgram;
import dev.pgduo.cluster.quantity.Wait;
import dev.pgduo.fixture.Servers;
import dev.pgduo.version.ServerVersion;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** pg_receivewal's stand-in beside the real one, and on servers of every major. */
class ReceiveWalIT {
    @TempDir
    private Path directory = Path.of("");

    static List<ServerVersion> versions() {
        return Servers.sample();
    }

    @Test
    void receivesWhatTheRealOneReceives() throws Exception {
        assumeThat(Servers.hasFifteen("pg_receivewal")).isTrue();
        Files.createDirectories(directory.resolve("mine"));
        Files.createDirectories(directory.resolve("theirs"));
        try (TestCluster cluster = cluster(Servers.fifteen(), "--wal-segsize=1")) {
            for (String words : List.of(
                    "",
                    "-D none",
                    "-D DIR x",
                    "-D DIR --create-slot",
                    "-D DIR --drop-slot",
                    "--drop-slot --create-slot -S s",
                    "--create-slot -S bad.name",
                    "--drop-slot -S s2",
                    "-D DIR --synchronous --no-sync",
                    "-D DIR -E xx",
                    "-D DIR -s x",
                    "-D DIR -s -1",
                    "-D DIR -Z 20",
                    "-D DIR -Z foo",
                    "-D DIR -Z none:1",
                    "-D DIR -K",
                    "-D DIR --nope",
                    "-D DIR -n -v -S nope",
                    "-D DIR -n -S bad.name",
                    "-D DIR -n -v -E 0/1")) {
                same(cluster, words);
            }
            for (String slot : List.of(
                    "--create-slot -v -S SLOT", "--create-slot -S SLOT", "--create-slot --if-not-exists -S SLOT")) {
                same(cluster, slot);
            }
            fill(cluster);
            same(cluster, "-D DIR -n -v -E " + end(cluster));
            fill(cluster);
            same(cluster, "-D DIR -n -v -E " + end(cluster));
            same(cluster, "-D DIR -n -v -S SLOT -E " + end(cluster));
            fill(cluster);
            same(cluster, "-D DIR -n -v -Z 1 -E " + end(cluster));
            fill(cluster);
            same(cluster, "-D DIR -n -v --synchronous -E " + end(cluster));
            cluster.stop("fast");
            Files.createFile(cluster.data().resolve("standby.signal"));
            cluster.start().promote();
            fill(cluster);
            same(cluster, "-D DIR -n -v -E " + end(cluster));
            String first = FileTree.entries(directory.resolve("mine")).stream()
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.length() == 24)
                    .sorted()
                    .findFirst()
                    .orElseThrow();
            for (String side : List.of("mine", "theirs")) {
                Files.write(directory.resolve(side).resolve(first), new byte[100]);
            }
            same(cluster, "-D DIR -n -v -E " + end(cluster));
            same(cluster, "--drop-slot -v -S SLOT");
        }
        same(null, "--help");
        same(null, "-D DIR -n -h 127.0.0.1 -p 1");
    }

    /** What was received is the server's own log, and a slot knows of it. */
    @ParameterizedTest
    @MethodSource("versions")
    void receivesTheLogOfEveryMajor(ServerVersion version) throws Exception {
        Path mine = Files.createDirectories(directory.resolve("mine"));
        try (TestCluster cluster = cluster(Servers.of(version))) {
            assertThat(own(cluster, "--create-slot -S SLOT").err()).isEmpty();
            ProgramPair.Ended received = own(cluster, "-D DIR -n -S SLOT -E " + end(cluster));
            assertThat(received.code()).as(received.err()).isZero();
            fill(cluster);
            assertThat(own(cluster, "-D DIR -n -S SLOT -E " + end(cluster)).code())
                    .isZero();
            List<Path> whole = FileTree.entries(mine).stream()
                    .filter(file -> file.getFileName().toString().length() == 24)
                    .toList();
            assertThat(whole).isNotEmpty();
            for (Path file : whole) {
                assertThat(file).hasSameBinaryContentAs(cluster.wal().resolve(file.getFileName()));
            }
            assertThat(cluster.sql("select count(*) from pg_replication_slots where restart_lsn is not null"))
                    .isEqualTo("1");
        }
    }

    /** As the lab's shells start it, behind a shell that has its background programs ignore SIGINT. */
    @Test
    void endsAtAnInterruptInTheBackground() throws Exception {
        Path mine = Files.createDirectories(directory.resolve("mine"));
        Path script = Files.writeString(
                directory.resolve("pg_receivewal"),
                ThisProgram.as("dev.pgduo.Application").shellLines("pg_receivewal") + "\n");
        try (TestCluster cluster = cluster(Servers.fifteen())) {
            List<String> words = call(cluster, "-D DIR -n", "mine");
            words.set(0, OsCommand.quote(script.toString()));
            Process shell = new ProcessBuilder(
                            "sh", "-c", "sh " + String.join(" ", words) + " & echo $!; wait $!; echo ended $?")
                    .redirectError(directory.resolve("err").toFile())
                    .start();
            try (BufferedReader lines = shell.inputReader()) {
                long pid = Long.parseLong(lines.readLine());
                Wait.to("receive", Duration.ofMinutes(1))
                        .until(() -> !list(mine).isEmpty());
                assertThat(OsProcess.signal(Signal.INT, List.of(new OsProcess(pid))))
                        .isTrue();
                assertThat(lines.readLine()).isEqualTo("ended 0");
            }
        }
    }

    private static List<Path> list(Path directory) {
        try {
            return FileTree.entries(directory);
        } catch (IOException e) {
            return List.of();
        }
    }

    private void same(@Nullable TestCluster cluster, String words) throws Exception {
        ProgramPair.Ended real = ProgramPair.real(Servers.fifteen().bin(), call(cluster, words, "theirs"));
        ProgramPair.Ended own = own(cluster, words);
        assertThat(comparable(own.err())).as(words).isEqualTo(comparable(real.err()));
        assertThat(own.out()).as(words).isEqualTo(real.out());
        assertThat(own.code()).as(words).isEqualTo(real.code());
        assertThat(contents("mine")).as(words).isEqualTo(contents("theirs"));
    }

    /** The server writes a record of its own now and then, so what comes behind the end is longer for one of the two. */
    private static String comparable(String text) {
        return text.replace("theirs", "mine").replaceAll("(stopped log streaming at) \\S+", "$1 …");
    }

    private ProgramPair.Ended own(@Nullable TestCluster cluster, String words) {
        return ProgramPair.own(call(cluster, words, "mine"));
    }

    private List<String> call(@Nullable TestCluster cluster, String words, String side) {
        List<String> call = new ArrayList<>(List.of("pg_receivewal"));
        if (cluster != null) {
            call.addAll(List.of("-h", "127.0.0.1", "-U", "postgres", "-p", Integer.toString(cluster.port())));
        }
        for (String word : words.isEmpty() ? new String[0] : words.split(" ", -1)) {
            call.add(word.replace("DIR", directory.resolve(side).toString()).replace("SLOT", "slot_" + side));
        }
        return call;
    }

    /** Behind what was asked for, a partial segment may have more or less of the log. */
    private Map<String, Integer> contents(String side) throws IOException {
        Map<String, Integer> contents = new TreeMap<>();
        for (Path file : FileTree.entries(directory.resolve(side))) {
            String name = file.getFileName().toString();
            byte[] bytes = new byte[0];
            if (name.endsWith(".gz")) {
                try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
                    bytes = in.readAllBytes();
                }
            } else if (!name.endsWith(".partial")) {
                bytes = Files.readAllBytes(file);
            } else if (!name.contains(".gz")) {
                bytes = new byte[(int) Files.size(file)];
            }
            contents.put(name, Arrays.hashCode(bytes));
        }
        return contents;
    }

    private static void fill(TestCluster cluster) throws Exception {
        String change = cluster.capabilities().walFunction("pg_switch_wal");
        for (int i = 0; i < 3; i++) {
            cluster.sql("insert into made select generate_series(1, 1000)");
            cluster.sql("select " + change + "()");
        }
        cluster.sql("insert into made values (1)");
    }

    private static String end(TestCluster cluster) throws Exception {
        String current = cluster.sql("select " + cluster.capabilities().walFunction("pg_current_wal_lsn") + "()");
        // A record behind it ends the stream.
        cluster.sql("insert into made values (2)");
        cluster.sql("select txid_current()");
        return current;
    }

    private TestCluster cluster(ServerBinaries server, String... words) throws Exception {
        TestCluster cluster = new TestCluster(server, directory.resolve("data")).init(words);
        cluster.set("max_replication_slots = 4");
        cluster.start().sql("create table made (n int)");
        return cluster;
    }
}
