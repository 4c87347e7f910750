package dev.pgduo.cluster.wal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.pgduo.cluster.binaries.ServerBinaries;
import dev.pgduo.cluster.control.ControlData;
import dev.pgduo.cluster.node.Node;
import dev.pgduo.cluster.process.OsCommand;
import dev.pgduo.cluster.quantity.CrashKind;
import dev.pgduo.cluster.quantity.Lsn;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.Upstream;
import dev.pgduo.cluster.wal.TimelineHistory.Fork;
import dev.pgduo.cluster.wal.describe.Descriptions;
import dev.pgduo.fixture.Postgres;
import dev.pgduo.fixture.Servers;
import dev.pgduo.lab.Lab;
import dev.pgduo.version.ServerVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The log of a real server of each major is read to the place where the server itself says that it ends. */
class WalReaderIT {
    @RegisterExtension
    static final Postgres POSTGRES = new Postgres();

    private static final long SEGMENT = 16 << 20;
    private static final int LONGER_THAN_TWO_SEGMENTS = 40_000_000;
    private static final Pattern LISTED = Pattern.compile("len \\(rec/tot\\): +\\d+/ *(\\d+), tx: +(\\d+), "
            + "lsn: ([0-9A-F]+/[0-9A-F]+), prev ([0-9A-F]+/[0-9A-F]+), .*");

    static List<ServerVersion> versions() {
        return Servers.sample();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void readsToTheServersEndAndOnOverAPromotion(ServerVersion version) throws Exception {
        Server server = new Server(Servers.of(version), "wal_level = replica");
        Lsn checkpoint = server.checkpoint();
        Lsn noted = server.lsn("pg_current_wal_insert_lsn");
        int committed = workload(server, LONGER_THAN_TWO_SEGMENTS);
        Lsn flushed = server.lsn("pg_current_wal_flush_lsn");
        server.node.crash(CrashKind.IMMEDIATE);

        TimelineHistory old = TimelineHistory.read(server.wal(), 1);
        Log log = Log.read(server, old, checkpoint);
        assertThat(log.records.get(0).isCheckpoint()).isTrue();
        assertThat(log.commitsFrom(noted)).isEqualTo(committed);
        assertThat(log.end).isGreaterThanOrEqualTo(flushed);

        server.node.follow(new Upstream(server.lab.node(NodeName.B).endpoint(), Optional.empty()));
        server.node.start();
        server.node.promote();
        server.run("insert into t values (0, 'after the promotion')");
        server.run("insert into t values (0, 'once more')");
        server.node.crash(CrashKind.IMMEDIATE);

        TimelineHistory history = TimelineHistory.read(server.wal(), 2);
        assertThat(history.forkFrom(old)).contains(new Fork(1, Optional.of(log.end)));
        Log both = Log.read(server, history, checkpoint);
        assertThat(both.records).startsWith(log.records.toArray(WalRecord[]::new));
        assertThat(both.commitsFrom(log.end)).isEqualTo(2);
        assertThat(both.commitsFrom(noted)).isEqualTo(committed + 2);
    }

    /** With nothing else that writes, what is flushed with the last commit is all there is. */
    @Test
    void endsWhereTheServerHasFlushed() throws Exception {
        Server server = new Server(installed(), "wal_level = minimal\nmax_wal_senders = 0");
        Lsn checkpoint = server.checkpoint();
        workload(server, 100_000);
        server.lsn("pg_current_wal_flush_lsn");
        server.run("insert into t values (0, 'last')");
        Lsn flushed = server.lsn("pg_current_wal_flush_lsn");
        server.node.crash(CrashKind.IMMEDIATE);
        assertThat(Log.read(server, TimelineHistory.read(server.wal(), 1), checkpoint).end)
                .isEqualTo(flushed);
    }

    @Test
    void findsWhatPgWaldumpFinds() throws Exception {
        ServerBinaries installed = installed();
        assumeThat(installed.program("pg_waldump")).isPresent();
        Server server = new Server(installed, "wal_level = logical");
        Lsn checkpoint = server.checkpoint();
        workload(server, 100_000);
        server.node.crash(CrashKind.IMMEDIATE);
        List<String> listed = new ArrayList<>();
        OsCommand.of(
                        installed.require("pg_waldump").toString(),
                        "-p",
                        server.wal().toString(),
                        "-s",
                        checkpoint.toString())
                .run()
                .lines()
                .forEach(line -> {
                    var matcher = LISTED.matcher(line.replaceFirst("^rmgr: \\S+ +", ""));
                    if (matcher.matches()) {
                        listed.add(listing(
                                Long.parseLong(matcher.group(1)),
                                Long.parseLong(matcher.group(2)),
                                Lsn.parse(matcher.group(3)),
                                Lsn.parse(matcher.group(4))));
                    }
                });
        Log log = Log.read(server, TimelineHistory.read(server.wal(), 1), checkpoint);
        assertThat(log.records)
                .hasSizeGreaterThan(1000)
                .extracting(r -> listing(r.length(), r.transaction(), r.start(), r.previous()))
                .containsExactlyElementsOf(listed);
    }

    private static String listing(long length, long transaction, Lsn start, Lsn previous) {
        return String.format(Locale.ROOT, "%d %d %s %s", length, transaction, start, previous);
    }

    private static ServerBinaries installed() {
        return Servers.installed();
    }

    /** Runs what writes WAL of many kinds; says how many transactions were committed. */
    private static int workload(Server server, int longest) throws SQLException {
        List<String> commits = List.of(
                "create table t (n int, text text)",
                "insert into t select g, repeat('x', g % 2000) from generate_series(1, 5000) g",
                "create index on t (n)",
                "create index on t using gin ((array[n, n % 7]))",
                "create index on t using gist (point(n, n))",
                "create index on t using spgist (text)",
                "create index on t using brin (n)",
                "create index t_hash on t using hash (n)",
                "update t set text = text || 'y' where n % 3 = 0",
                "do $$ begin for i in 1 .. 100 loop begin insert into t values (i / (i % 3)); "
                        + "exception when division_by_zero then null; end; end loop; end $$",
                "delete from t where n % 5 = 0",
                "create sequence s",
                "select nextval('s')",
                "drop index t_hash",
                "truncate t",
                "insert into t values (1, 'one')");
        for (String statement : commits) {
            server.run(statement);
        }
        server.run("begin; insert into t values (2); savepoint s; insert into t values (3); "
                + "rollback to s; insert into t values (4); commit");
        server.run("vacuum freeze t");
        server.run("begin; insert into t values (5); rollback");
        server.run("begin; insert into t values (6); prepare transaction 'one'");
        server.run("begin; insert into t values (7); prepare transaction 'two'");
        server.run("rollback prepared 'two'");
        server.run("select " + server.lab.capabilities().walFunction("pg_switch_wal") + "()");
        server.run("select pg_logical_emit_message(false, 'test', repeat('z', " + longest + "))");
        server.run("commit prepared 'one'");
        server.run("insert into t values (8, 'the last')");
        return commits.size() + 3;
    }

    /** A running primary that keeps its WAL. */
    private static final class Server {
        final Lab lab;
        final Node node;

        Server(ServerBinaries binaries, String settings) throws Exception {
            lab = POSTGRES.lab(binaries);
            node = lab.initialised(NodeName.A);
            Files.writeString(
                    node.layout().data().resolve("postgresql.auto.conf"),
                    settings + "\nautovacuum = off\ncheckpoint_timeout = 1h\nmax_wal_size = 2GB\n"
                            + "max_prepared_transactions = 5\n"
                            + lab.capabilities().walKeepLine(1024) + "\n",
                    StandardOpenOption.APPEND);
            node.start();
        }

        Path wal() {
            return node.layout().data().resolve(lab.capabilities().walDirectory());
        }

        Lsn checkpoint() throws SQLException {
            run("checkpoint");
            String label = "Latest checkpoint location:";
            return ControlData.read(node.layout().data()).report().stream()
                    .filter(line -> line.startsWith(label))
                    .map(line -> Lsn.parse(line.substring(label.length())))
                    .findFirst()
                    .orElseThrow();
        }

        Lsn lsn(String modernFunction) throws SQLException {
            return Lsn.parse(run("select " + lab.capabilities().walFunction(modernFunction) + "()"));
        }

        /** The first value; an empty text for none. */
        String run(String sql) throws SQLException {
            String url = "jdbc:postgresql://127.0.0.1:" + node.settings().port()
                    + "/postgres?user=postgres&preferQueryMode=simple";
            try (Connection connection = DriverManager.getConnection(url);
                    Statement statement = connection.createStatement()) {
                if (!statement.execute(sql)) {
                    return "";
                }
                try (ResultSet rows = statement.getResultSet()) {
                    return rows.next() ? String.valueOf(rows.getString(1)) : "";
                }
            }
        }
    }

    /** What was read. */
    private record Log(List<WalRecord> records, Lsn end) {
        static Log read(Server server, TimelineHistory history, Lsn start) {
            List<WalRecord> records = new ArrayList<>();
            try (WalReader reader =
                    WalReader.at(server.wal(), SEGMENT, history, start).withContents()) {
                Optional<WalRecord> next = reader.next();
                Descriptions descriptions = new Descriptions(reader.format());
                assertThat(reader.format().major())
                        .isEqualTo(server.lab.capabilities().major());
                while (next.isPresent()) {
                    WalRecord record = next.get();
                    records.add(record);
                    assertThat(descriptions.name(record.resourceManager(), record.info()))
                            .doesNotContain("UNKNOWN");
                    if (record.length() < LONGER_THAN_TWO_SEGMENTS) {
                        assertThat(descriptions.text(record, reader.content()))
                                .as("%s", record)
                                .doesNotEndWith("???");
                    }
                    next = reader.next();
                }
                assertThat(reader.endReason()).isNotEmpty();
                return new Log(records, reader.end());
            }
        }

        long commitsFrom(Lsn lsn) {
            return records.stream()
                    .filter(record -> record.start().compareTo(lsn) >= 0 && record.isCommit())
                    .count();
        }
    }
}
