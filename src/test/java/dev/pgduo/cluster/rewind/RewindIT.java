package dev.pgduo.cluster.rewind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.pgduo.cluster.TestCluster;
import dev.pgduo.cluster.binaries.ServerBinaries;
import dev.pgduo.cluster.binaries.ServerChoice;
import dev.pgduo.cluster.binaries.TransferProgress;
import dev.pgduo.cluster.binaries.download.DownloadedServers;
import dev.pgduo.cluster.control.ControlData;
import dev.pgduo.cluster.files.FileTree;
import dev.pgduo.cluster.process.Finished;
import dev.pgduo.cluster.process.OsCommand;
import dev.pgduo.cluster.process.RunAs;
import dev.pgduo.cluster.quantity.Deadline;
import dev.pgduo.cluster.quantity.Wait;
import dev.pgduo.cluster.wal.MissingSegments;
import dev.pgduo.fixture.Servers;
import dev.pgduo.report.LabException;
import dev.pgduo.version.ServerVersion;
import dev.pgduo.wire.Endpoint;
import dev.pgduo.wire.Timeouts;
import dev.pgduo.wire.WireConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Generated divergences are rewound: beside the real pg_rewind of 15, and on every major. System properties ask for other seeds:
 * {@code pgduo.rewind.seeds} is how many, {@code pgduo.rewind.first} the first.
 */
class RewindIT {
    private static final DownloadedServers SERVERS = new DownloadedServers(TransferProgress.NONE);
    private static final RunAs RUN_AS = RunAs.probe();
    /** The first major with the extension amcheck. */
    private static final int AMCHECK = 10;
    /** The first whose amcheck looks at tables. */
    private static final int VERIFY_HEAP = 14;
    /** A target that was shut down. */
    private static final long CLEAN_SEED = 2;

    private static final String DECISION =
            "(\\S+ \\((CREATE|COPY|COPY_TAIL|NONE|TRUNCATE|REMOVE)\\)|block \\d+|servers diverged .*|rewinding from .*)";

    @TempDir
    private Path directory = Path.of("");

    static LongStream seeds() {
        long first = Long.getLong("pgduo.rewind.first", 1);
        return LongStream.range(first, first + Long.getLong("pgduo.rewind.seeds", 2));
    }

    static List<ServerVersion> versions() {
        return Servers.sample();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void doesWhatTheRealOneDoes(long seed) throws Exception {
        assumeThat(Servers.hasFifteen("pg_rewind")).isTrue();
        ServerBinaries server = ServerChoice.installed().choose(Optional.of("15"));
        try (Divergence divergence = new Divergence(server, directory.resolve("lab"), seed)) {
            Path mine = directory.resolve("mine");
            Path theirs = directory.resolve("theirs");
            if (divergence.crashed && seed % 2 == 0) {
                recovery(server).run(divergence.target.data(), line -> {}, line -> {});
            }
            boolean running = seed % 3 != 0;
            if (!running) {
                divergence.source.stop("fast");
            }
            List<String> expected;
            List<String> decided;
            String before;
            int tries = 0;
            // A server that runs writes to its log when it likes.
            do {
                FileTree.delete(mine);
                FileTree.delete(theirs);
                before = written(divergence.source, running);
                divergence.copy(divergence.target.data(), mine, "mine-place" + tries);
                divergence.copy(divergence.target.data(), theirs, "theirs-place" + tries);
                expected = real(server, theirs, divergence.source, running);
                decided = own(server, mine, divergence.source, way(running, seed));
            } while (++tries < 5 && !before.equals(written(divergence.source, running)));
            assertThat(decided).containsExactlyElementsOf(expected);
            assertThat(tree(mine)).isEqualTo(tree(theirs));
            FileTree.delete(divergence.target.data());
            divergence.copy(mine, divergence.target.data(), "rewound-place");
            if (!running) {
                divergence.source.start();
            }
            follows(divergence);
            FileTree.delete(mine);
            FileTree.delete(theirs);
        }
    }

    private static String written(TestCluster source, boolean running) throws SQLException {
        return running ? source.sql("select pg_current_wal_insert_lsn()") : "";
    }

    @ParameterizedTest
    @MethodSource("versions")
    void bringsEveryMajorBack(ServerVersion version) throws Exception {
        ServerBinaries server = SERVERS.get(version).orElseThrow();
        for (long seed : seeds().limit(Long.getLong("pgduo.rewind.each", 1)).toArray()) {
            try (Divergence divergence = new Divergence(server, directory.resolve("lab" + seed), seed)) {
                own(server, divergence.target.data(), divergence.source, way(true, seed));
                follows(divergence);
            }
        }
    }

    @Test
    void noServerStartsOnADirectoryThatWasRewoundHalfway() throws Exception {
        ServerBinaries server = ServerChoice.installed().choose(Optional.empty());
        try (Divergence divergence = new Divergence(server, directory.resolve("lab"), 3)) {
            divergence.source.stop("fast");
            Path target = divergence.target.data();
            RewindOptions options = new RewindOptions(
                    false, false, MissingSegments.GONE, Optional.of(recovery(server)), RewindOptions.Places.SAME);
            RewindListener killed = new RewindListener() {
                @Override
                public void info(String line) {}

                @Override
                public void copied(long bytes, long total) {
                    throw new IllegalStateException("killed");
                }
            };
            RewindSource source = new DirectorySource(divergence.source.data());
            assertThatThrownBy(() -> new Rewind(target, source, options, killed).run())
                    .hasMessage("killed");
            assertThat(ControlData.rewoundHalfway(target)).isTrue();
            assertThatThrownBy(divergence.target::start).isInstanceOf(LabException.class);
            assertThatThrownBy(() -> new Rewind(target, source, options, line -> {}).run())
                    .hasMessage("target data directory \"" + target + "\" was rewound halfway");
        }
    }

    /** A pipe that nobody reads holds the program up while it copies; then it is killed. */
    @Test
    void aKilledProgramLeavesADirectoryThatNoServerStartsOn() throws Exception {
        ServerBinaries server = ServerChoice.installed().choose(Optional.empty());
        try (Divergence divergence = new Divergence(server, directory.resolve("lab"), CLEAN_SEED)) {
            Path target = divergence.target.data();
            assertThat(divergence.crashed).isFalse();
            String name = "postgresql.zzz";
            Files.writeString(divergence.source.data().resolve(name), "more");
            OsCommand.of("mkfifo", target.resolve(name).toString()).run().orThrow("make a pipe");
            Path warm = target.resolve("global/pg_filenode.map");
            FileTime before = Files.getLastModifiedTime(warm);
            List<String> line = new ArrayList<>(RUN_AS.prefix());
            line.addAll(ownProgram());
            line.addAll(List.of("-D", target.toString(), "--source-server=" + conninfo(divergence.source)));
            Process program = new ProcessBuilder(line)
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("said").toFile())
                    .start();
            try {
                new Wait("see the program copy", Deadline.DEFAULT, () -> said(program))
                        .until(() -> ControlData.rewoundHalfway(target) && later(warm, before));
                assertThat(program.isAlive()).as(said(program)).isTrue();
            } finally {
                program.destroyForcibly().waitFor();
            }
            assertThat(program.exitValue()).isEqualTo(128 + 9);
            assertThat(ControlData.rewoundHalfway(target)).isTrue();
            assertThatThrownBy(divergence.target::start).isInstanceOf(LabException.class);
            Files.delete(target.resolve(name));
            assertThat(OsCommand.of(line).run().stderr())
                    .contains("pg_rewind: error: target data directory \"" + target + "\" was rewound halfway")
                    .contains("pg_rewind: hint: Take a new base backup of the source.");
            assertThatThrownBy(divergence.target::start).isInstanceOf(LabException.class);
        }
    }

    private String said(Process program) {
        try {
            return program + " " + Files.readString(directory.resolve("said"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean later(Path file, FileTime before) {
        try {
            return Files.getLastModifiedTime(file).compareTo(before) > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The stand-in as a program of its own. */
    static List<String> ownProgram() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.pgduo.Application",
                "pg_rewind");
    }

    private static String conninfo(TestCluster source) {
        return "host=127.0.0.1 port=" + source.port() + " user=postgres dbname=postgres";
    }

    /** The rewound server streams from its source, and has everything that the source has. */
    private static void follows(Divergence divergence) throws Exception {
        TestCluster standby = divergence.target;
        TestCluster primary = divergence.source;
        Files.deleteIfExists(standby.data().resolve("recovery.done"));
        standby.follow(primary).start();
        boolean amcheck = primary.capabilities().major() >= AMCHECK;
        if (amcheck) {
            for (String database : databases(primary)) {
                primary.sql(database, "create extension if not exists amcheck");
            }
        }
        primary.sql("create table last as select 1 as n");
        new Wait("see the standby stream", Deadline.DEFAULT, () -> "")
                .until(() -> asked(standby, "select count(*) = 1 from pg_class where relname = 'last'"));
        assertThat(primary.sql("select state from pg_stat_replication")).isEqualTo("streaming");
        String end = primary.sql("select " + primary.capabilities().walFunction("pg_current_wal_lsn") + "()");
        String replayed = primary.capabilities().walFunction("pg_last_wal_replay_lsn");
        new Wait("have replayed " + end, Deadline.DEFAULT, () -> "")
                .until(() -> asked(standby, "select " + replayed + "() >= '" + end + "'::pg_lsn"));
        assertThat(contents(standby)).isEqualTo(contents(primary));
        if (amcheck) {
            requireSound(standby);
        }
    }

    /** Every B-tree agrees with its order and its table; from 14 on the tables' own pages are looked at too. */
    private static void requireSound(TestCluster cluster) throws SQLException {
        String everything = cluster.capabilities().major() > AMCHECK ? ", true" : "";
        for (String database : databases(cluster)) {
            String indexes = cluster.sql(
                    database,
                    "select count(bt_index_check(c.oid" + everything
                            + ")) from pg_class c join pg_am a on a.oid = c.relam"
                            + " where amname = 'btree' and relkind = 'i' and relpersistence = 'p'");
            assertThat(Integer.parseInt(indexes)).isGreaterThan(100);
            if (cluster.capabilities().major() >= VERIFY_HEAP) {
                assertThat(cluster.sql(
                                database,
                                "select string_agg(c.oid::regclass || ': ' || msg, '; ') from pg_class c, verify_heapam(c.oid)"
                                        + " where relkind in ('r', 'm', 't') and relpersistence = 'p'"))
                        .isEqualTo("null");
            }
        }
    }

    private static String[] databases(TestCluster cluster) throws SQLException {
        return cluster.sql("select string_agg(datname, ' ' order by datname) from pg_database where datallowconn")
                .split(" ", -1);
    }

    private static boolean asked(TestCluster cluster, String condition) {
        try {
            return cluster.sql(condition).equals("t");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** A digest of each table of each database. */
    private static Map<String, String> contents(TestCluster cluster) throws SQLException {
        Map<String, String> contents = new TreeMap<>();
        for (String database : databases(cluster)) {
            String tables = cluster.sql(
                    database,
                    "select string_agg(oid::regclass::text, ' ' order by oid) from pg_class where relkind in ('r', 'm')"
                            + " and relpersistence = 'p' and relname not in ('pg_statistic', 'pg_class')");
            for (String table : tables.split(" ", -1)) {
                contents.put(
                        database + "." + table,
                        cluster.sql(
                                database,
                                "select count(*) || ' ' || coalesce(md5(string_agg(r::text, '|' order by r::text collate"
                                        + " \"C\")), '') from " + table + " r"));
            }
        }
        return contents;
    }

    private static CrashRecovery recovery(ServerBinaries server) {
        return new CrashRecovery(server.require("postgres"), Optional.empty(), RUN_AS);
    }

    /** Where the source's files come from. */
    private enum Way {
        DIRECTORY,
        BESIDE_SERVER,
        SQL
    }

    private static Way way(boolean running, long seed) {
        return !running ? Way.DIRECTORY : seed % 2 == 0 ? Way.BESIDE_SERVER : Way.SQL;
    }

    private static List<String> own(ServerBinaries server, Path target, TestCluster source, Way way) throws Exception {
        List<String> decided = new ArrayList<>();
        RewindListener listener = new RewindListener() {
            @Override
            public void info(String line) {
                decided.add(line);
            }

            @Override
            public void debug(String line) {
                decided.add(line);
            }

            @Override
            public boolean debugs() {
                return true;
            }
        };
        RewindOptions options = new RewindOptions(
                false, false, MissingSegments.GONE, Optional.of(recovery(server)), RewindOptions.Places.SAME);
        if (way != Way.DIRECTORY) {
            Endpoint endpoint = Endpoint.of("127.0.0.1", source.port(), "postgres", "postgres");
            try (WireConnection connection = WireConnection.open(endpoint, Map.of(), Timeouts.NONE)) {
                ServerSource begun = new ServerSource(connection).begin();
                assertThat(begun.beside()).isPresent();
                ServerSource asked = way == Way.SQL ? new ServerSource(connection) : begun;
                new Rewind(target, asked, options, listener).run();
            }
        } else {
            new Rewind(target, new DirectorySource(source.data()), options, listener).run();
        }
        return decided.stream().filter(line -> line.matches(DECISION)).toList();
    }

    private static List<String> real(ServerBinaries server, Path target, TestCluster source, boolean running) {
        List<String> words = new ArrayList<>(
                List.of(server.require("pg_rewind").toString(), "-D", target.toString(), "--debug", "-N"));
        words.add(running ? "--source-server=" + conninfo(source) : "--source-pgdata=" + source.data());
        Finished finished = OsCommand.of(words).as(RUN_AS).run().orThrow("rewind");
        return finished.stderr()
                .lines()
                .map(line -> line.replaceFirst("^pg_rewind: ", ""))
                .filter(line -> line.matches(DECISION))
                .toList();
    }

    /** Every file with a digest of what is in it, but for what differs from run to run; the source goes on with its log. */
    static Map<String, String> tree(Path data) throws Exception {
        Map<String, String> tree = new TreeMap<>();
        String newest = "";
        List<ClusterFile> files = new ArrayList<>();
        new LocalFiles(data).list(files::add);
        for (ClusterFile file : files) {
            String path = file.path();
            if (path.matches("pg_wal/[0-9A-F]{24}") && path.substring(15).compareTo(newest) > 0) {
                newest = path.substring(15);
            }
        }
        for (ClusterFile file : files) {
            String path = file.path();
            boolean moving = path.equals("global/pg_control") || path.endsWith(newest) || path.startsWith("pg_stat/");
            String content = "";
            if (file.kind() == ClusterFile.Kind.FILE && !moving) {
                byte[] bytes = Files.readAllBytes(data.resolve(path));
                content = path.equals("backup_label")
                        ? new String(bytes, StandardCharsets.US_ASCII).replaceFirst("START TIME.*", "")
                        : bytes.length + " " + Arrays.hashCode(bytes);
            }
            tree.put(path, file.kind() + " " + content);
        }
        return tree;
    }
}
