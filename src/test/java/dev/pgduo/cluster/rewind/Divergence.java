package dev.pgduo.cluster.rewind;

import dev.pgduo.cluster.TestCluster;
import dev.pgduo.cluster.binaries.ServerBinaries;
import dev.pgduo.cluster.files.FileTree;
import dev.pgduo.cluster.quantity.Deadline;
import dev.pgduo.cluster.quantity.Wait;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Two servers whose histories have parted; what was done on each follows from a seed. The target is stopped, the source runs. */
final class Divergence implements AutoCloseable {
    private static final int PARTED_STEPS = 6;
    /** Small seeds all begin alike. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    /** From this major on initdb takes the size of a segment of the log; each so many seeds have 1 MB. */
    private static final int SEGMENT_SIZES = 11;

    private static final int SMALL_SEGMENTS = 3;

    final TestCluster target;
    final TestCluster source;
    final boolean crashed;
    private final Random random;
    private final Path directory;
    private int made;

    Divergence(ServerBinaries binaries, Path directory, long seed) throws IOException, SQLException {
        this.random = new Random(seed * SPREAD);
        this.directory = Files.createDirectories(directory);
        this.target = new TestCluster(binaries, directory.resolve("target"));
        this.source = new TestCluster(binaries, directory.resolve("source"));
        this.crashed = random.nextBoolean();
        common(seed);
        part();
    }

    private void common(long seed) throws IOException, SQLException {
        List<String> words = new ArrayList<>(random.nextBoolean() ? List.of("-k") : List.of());
        if (seed % SMALL_SEGMENTS == 0 && target.capabilities().major() >= SEGMENT_SIZES) {
            words.add("--wal-segsize=1");
        }
        target.init(words.toArray(String[]::new));
        target.start();
        Path place = Files.createDirectories(directory.resolve("place"));
        target.sql("create tablespace place location '" + place + "'");
        target.sql("create database old");
        target.sql(
                "create table base (id int primary key, n int, t text); insert into base select g, g % 100, md5(g::text)"
                        + " from generate_series(1, 5000) g");
        target.sql("create table there (id int) tablespace place; insert into there select generate_series(1, 2000)");
        target.sql("create table goes as select generate_series(1, 3000) as id; create unlogged table u (n int)");
        target.sql("old", "create table in_old as select generate_series(1, 3000) as id");
        target.stop("fast");
        copy(target.data(), source.data(), "source-place");
        target.start();
        source.follow(target).start();
        for (int i = random.nextInt(4); i > 0; i--) {
            step(target);
        }
    }

    /** A copy of a data directory that does not run, with a copy of its tablespace. */
    void copy(Path from, Path to, String place) throws IOException {
        FileTree.copy(from, to);
        try (var links = Files.list(to.resolve("pg_tblspc"))) {
            for (Path link : links.toList()) {
                Path copied = directory.resolve(place);
                FileTree.copy(Files.readSymbolicLink(link), copied);
                Files.delete(link);
                Files.createSymbolicLink(link, copied);
            }
        }
    }

    private void part() throws IOException, SQLException {
        String end = target.sql("select " + target.capabilities().walFunction("pg_current_wal_flush_lsn") + "()");
        String replayed = target.capabilities().walFunction("pg_last_wal_replay_lsn");
        String reached = "select " + replayed + "() >= '" + end + "'::pg_lsn";
        new Wait("have replayed " + end, Deadline.DEFAULT, () -> "").until(() -> asked(reached));
        source.promote();
        if (random.nextInt(3) == 0) {
            again();
            again();
        }
        for (int i = 0; i < PARTED_STEPS; i++) {
            step(target);
            step(source);
        }
        target.stop(crashed ? "immediate" : "fast");
        source.sql("checkpoint");
    }

    private boolean asked(String condition) {
        try {
            return source.sql(condition).equals("t");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** One more timeline. */
    private void again() throws IOException, SQLException {
        source.stop("fast");
        Files.deleteIfExists(source.data().resolve("recovery.done"));
        source.follow(target).start();
        source.promote();
    }

    private void step(TestCluster cluster) throws SQLException {
        List<String> steps = new ArrayList<>(List.of(
                "create table %s as select g as id, md5(g::text) as t from generate_series(1, %d) g;"
                        + " create index on %1$s (t)",
                "update base set n = n + 1 where id %% %4$d = 0",
                "delete from base where id %% %4$d = 1",
                "insert into base select max(id) + 1, 7, 'more' from base",
                "insert into base select g, g, repeat('x', 500) from generate_series((select max(id) + 1 from base), (select"
                        + " max(id) + %2$d from base)) g",
                "vacuum base",
                "vacuum full base",
                "vacuum freeze",
                "drop table if exists goes",
                "create table %s (a int[], p point); insert into %1$s select array[g %% 50, g], point(g, g)"
                        + " from generate_series(1, %d) g; create index on %1$s using gin (a); create index on %1$s using gist"
                        + " (p); create index on %1$s using spgist (p)",
                "create database %s",
                "drop database if exists old",
                "truncate there",
                "insert into there select generate_series(1, %2$d)",
                "alter table there set tablespace pg_default",
                "create table %s (n int) tablespace place; insert into %1$s select generate_series(1, %d)",
                "create unlogged table %s as select generate_series(1, %d) as n",
                "insert into u select generate_series(1, %2$d)",
                "select lo_from_bytea(0, decode(repeat('ab', %2$d), 'hex'))",
                "checkpoint",
                "reindex table base",
                "begin; delete from base where id %% %4$d = 0; rollback",
                "begin; insert into base values (-%4$d, 0, 'prepared') on conflict do nothing; prepare transaction 'p%3$d'",
                "select " + cluster.capabilities().walFunction("pg_switch_wal") + "()",
                "analyze"));
        if (cluster.capabilities().major() > 9) {
            steps.add(
                    "create table %s as select g as id from generate_series(1, %d) g; create index on %1$s using hash (id)");
            steps.add(
                    "create table %s as select g as id from generate_series(1, %d) g; create index on %1$s using brin (id)");
        }
        made++;
        String name = (cluster == target ? "t" : "s") + made;
        String sql = String.format(
                steps.get(random.nextInt(steps.size())),
                name,
                500 + random.nextInt(20_000),
                made,
                2 + random.nextInt(30));
        cluster.sql(sql);
        if (sql.contains("prepare transaction")) {
            cluster.sql("commit prepared 'p" + made + "'");
        }
    }

    @Override
    public void close() throws IOException {
        target.close();
        source.close();
        FileTree.delete(directory);
    }
}
