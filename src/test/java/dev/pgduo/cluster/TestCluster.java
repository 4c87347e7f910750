package dev.pgduo.cluster;

import dev.pgduo.cluster.binaries.ServerBinaries;
import dev.pgduo.cluster.files.FileTree;
import dev.pgduo.cluster.process.Finished;
import dev.pgduo.cluster.process.OsCommand;
import dev.pgduo.cluster.process.RunAs;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.lab.place.Ports;
import dev.pgduo.version.Capabilities;
import java.io.IOException;
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
import java.util.Map;
import java.util.Objects;

/** One server of any major with settings of its own, outside any lab; stopped when it is closed. */
public final class TestCluster implements AutoCloseable {
    private static final RunAs RUN_AS = RunAs.probe();

    private final ServerBinaries binaries;
    private final Path data;
    private final Ports ports = Ports.freePair();

    /** A server that is to live in this directory. */
    public TestCluster(ServerBinaries binaries, Path data) {
        this.binaries = binaries;
        this.data = data;
    }

    public Path data() {
        return data;
    }

    public int port() {
        return Objects.requireNonNull(ports.byNode().get(NodeName.A)).number();
    }

    public Capabilities capabilities() {
        return Capabilities.of(binaries.version());
    }

    /** The log's directory. */
    public Path wal() {
        return data.resolve(capabilities().walDirectory());
    }

    /** Runs initdb with these words; the settings are those of a server that nobody but the test talks to. */
    public TestCluster init(String... words) throws IOException {
        Files.createDirectories(data.getParent());
        List<String> line = new ArrayList<>(List.of(binaries.require("initdb").toString()));
        line.addAll(List.of("-D", data.toString(), "-U", "postgres", "-A", "trust", "-E", "UTF8", "-N"));
        line.addAll(List.of("--locale=C.UTF-8"));
        line.addAll(List.of(words));
        run(line);
        set("listen_addresses = '127.0.0.1'", "unix_socket_directories = ''", "fsync = off", "autovacuum = off");
        set(
                "wal_level = replica",
                "max_wal_senders = 5",
                "hot_standby = on",
                "max_prepared_transactions = 10",
                "wal_log_hints = on");
        set("checkpoint_timeout = 1h", "max_wal_size = 4GB", capabilities().walKeepLine(4096));
        // Before 10 nobody may replicate unasked.
        Files.writeString(
                data.resolve("pg_hba.conf"), "host replication all 127.0.0.1/32 trust\n", StandardOpenOption.APPEND);
        return this;
    }

    /** Appends lines to postgresql.conf. */
    public TestCluster set(String... lines) throws IOException {
        Files.writeString(
                data.resolve("postgresql.conf"),
                String.join("\n", lines) + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        return this;
    }

    public TestCluster start() throws IOException {
        set("port = " + port());
        run(List.of(
                binaries.require("pg_ctl").toString(),
                "-D",
                data.toString(),
                "-l",
                data.resolveSibling(data.getFileName() + ".log").toString(),
                "-w",
                "-t",
                "120",
                "start"));
        return this;
    }

    /** Stops it in this mode of pg_ctl. */
    public void stop(String mode) {
        run(List.of(binaries.require("pg_ctl").toString(), "-D", data.toString(), "-m", mode, "-w", "stop"));
    }

    public boolean running() {
        return Files.exists(data.resolve("postmaster.pid"));
    }

    public void promote() throws SQLException {
        run(List.of(binaries.require("pg_ctl").toString(), "-D", data.toString(), "-w", "promote"));
        while (sql("select pg_is_in_recovery()").equals("t")) {
            Thread.onSpinWait();
        }
    }

    /** Makes the directory the standby of another server at the next start. */
    public TestCluster follow(TestCluster primary) throws IOException {
        String conninfo = "primary_conninfo = 'host=127.0.0.1 port=" + primary.port() + " user=postgres'\n";
        Files.writeString(
                data.resolve(capabilities().standbyFile()),
                capabilities().recoverySettingsFile().equals("recovery.conf")
                        ? "standby_mode = on\nrecovery_target_timeline = 'latest'\n" + conninfo
                        : "");
        return capabilities().standbyFile().equals("standby.signal") ? set(conninfo) : this;
    }

    /** Runs a script with the real psql. */
    public Finished psql(Path script, Map<String, String> variables) {
        List<String> line = new ArrayList<>(List.of(binaries.require("psql").toString(), "-Xq", "-h", "127.0.0.1"));
        line.addAll(List.of("-U", "postgres", "-p", Integer.toString(port()), "-f", script.toString()));
        variables.forEach((name, value) -> line.addAll(List.of("-v", name + "=" + value)));
        line.add("postgres");
        return run(line);
    }

    /** The first value of the last result, in the database postgres; an empty text for none. */
    public String sql(String statements) throws SQLException {
        return sql("postgres", statements);
    }

    /** The same in another database. */
    public String sql(String database, String statements) throws SQLException {
        String url = "jdbc:postgresql://127.0.0.1:" + port() + "/" + database
                + "?user=postgres&preferQueryMode=simple&connectTimeout=10";
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            boolean rows = statement.execute(statements);
            String value = "";
            while (rows || statement.getUpdateCount() >= 0) {
                if (rows) {
                    try (ResultSet result = statement.getResultSet()) {
                        value = result.next() ? String.valueOf(result.getString(1)) : "";
                    }
                }
                rows = statement.getMoreResults();
            }
            return value;
        }
    }

    private static Finished run(List<String> line) {
        return OsCommand.of(line).as(RUN_AS).run().orThrow("run " + line);
    }

    @Override
    public void close() throws IOException {
        if (running()) {
            stop("immediate");
        }
        FileTree.delete(data);
        ports.reservation().close();
    }
}
