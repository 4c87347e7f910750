package dev.pgduo.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgduo.cluster.files.OwnFiles;
import dev.pgduo.cluster.node.Node;
import dev.pgduo.cluster.process.OsCommand;
import dev.pgduo.cluster.process.RunAs;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.ServerUnavailable;
import dev.pgduo.cluster.quantity.Wait;
import dev.pgduo.fixture.Postgres;
import dev.pgduo.lab.os.Naming;
import dev.pgduo.lab.session.BackslashCommands;
import dev.pgduo.lab.session.LabSessions;
import dev.pgduo.lab.session.SessionThread;
import dev.pgduo.session.query.Connector;
import dev.pgduo.wire.ConnectFailed;
import dev.pgduo.wire.Conninfo;
import dev.pgduo.wire.Endpoint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets into a lab that is thrown away, and who does not. */
class ThrowAwayLabIT {
    @RegisterExtension
    static final Postgres POSTGRES = new Postgres();

    private static Lab lab;
    private static Node node;
    private static LabSessions desk;

    @BeforeAll
    static void make() {
        lab = POSTGRES.throwAwayLab();
        node = lab.initialised(NodeName.A);
        node.start();
        desk = new LabSessions(lab, Naming.plain(), BackslashCommands.NONE);
    }

    @AfterAll
    static void remove() {
        desk.close();
    }

    /** What another user of the machine knows: the port. */
    private static Conninfo outside(String role, String database) {
        return Conninfo.of(Endpoint.of("127.0.0.1", node.endpoint().port(), role, database))
                .with("sslmode", "disable");
    }

    private static void assertClosed(Conninfo conninfo) {
        assertThatThrownBy(() -> new Connector(Map.of()).open(conninfo).close())
                .isInstanceOfSatisfying(
                        ConnectFailed.class,
                        failed -> assertThat(failed.sqlState()).isIn("28P01", "28000"));
    }

    private static void assertAllClosed() {
        assertClosed(outside("postgres", "postgres"));
        assertClosed(outside("postgres", "template1"));
        assertClosed(outside("postgres", "postgres").with("replication", "true"));
        assertClosed(outside("postgres", "postgres").with("password", "guess"));
    }

    @Test
    void nobodyGetsInByTcpWithoutThePassword() {
        assertAllClosed();
    }

    @Test
    void theLabItselfDoes() throws Exception {
        assertThat(lab.query(NodeName.A).scalar("select current_user")).isEqualTo("postgres");
        new Connector(Map.of())
                .open(outside("postgres", "postgres")
                        .with("password", lab.state().password()))
                .close();
        assertThat(desk.os(NodeName.A, "psql -Atc 'select 1' | cat").output()).containsExactly("1");
    }

    /** Whatever a lab does to the file, trust means the socket. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "echo 'host all all 127.0.0.1/32 trust' > $PGDATA/pg_hba.conf",
                "echo 'host all all 127.0.0.1/32 trust' >> $PGDATA/pg_hba.conf",
                "sed -i 's/scram-sha-256/trust/' $PGDATA/pg_hba.conf",
                "sed -i '1i host all all all trust' $PGDATA/pg_hba.conf; kill -HUP $(head -1 $PGDATA/postmaster.pid)",
                "printf 'hostnossl all all 127.0.0.1 255.255.255.255 trust # open\\nlocal all all trust\\n' > $PGDATA/pg_hba.conf"
            })
    void aLabThatTrustsThisMachineStaysClosed(String line) throws Exception {
        Path hba = node.layout().data().resolve("pg_hba.conf");
        String before = Files.readString(hba);
        try {
            desk.os(NodeName.A, line);
            reload();
            assertAllClosed();
        } finally {
            Files.writeString(hba, before);
            reload();
        }
    }

    /** Has the server read its files, and waits until it has. */
    private static void reload() throws Exception {
        String before = lab.query(NodeName.A).scalar("select pg_conf_load_time()");
        node.reload();
        assertThat(Wait.to("read the files", Duration.ofSeconds(30)).comesTrue(() -> {
                    try {
                        return !lab.query(NodeName.A)
                                .scalar("select pg_conf_load_time()")
                                .equals(before);
                    } catch (ServerUnavailable e) {
                        throw new AssertionError(e);
                    }
                }))
                .isTrue();
    }

    @Test
    void aRoleWithoutAPasswordGetsInThroughASession() throws Exception {
        lab.query(NodeName.A).rows("create role walker login superuser");
        try {
            assertClosed(outside("walker", "postgres"));
            SessionThread session = desk.open(
                    1,
                    List.of(
                            "-h",
                            "localhost",
                            "-p",
                            Integer.toString(node.endpoint().port()),
                            "-U",
                            "walker",
                            "-d",
                            "postgres"));
            assertThat(session.session().endpoint().user()).isEqualTo("walker");
            assertThat(session.session().endpoint().host()).isEqualTo("localhost");
        } finally {
            desk.close(1);
            lab.query(NodeName.A).rows("drop role walker");
        }
    }

    @Test
    void nobodyElseSeesItsFilesOrSockets() throws Exception {
        Assumptions.assumeTrue(OwnFiles.user() == 0, "only root can become somebody else");
        RunAs other = new RunAs.Setpriv("nobody");
        Assumptions.assumeFalse(lab.state().runAs().owner().equals(other.owner()), "the servers run as nobody");
        for (Path path : List.of(
                lab.directory().resolve("lab.properties"),
                node.layout().passwordFile(),
                node.layout()
                        .socketDirectory()
                        .resolve(".s.PGSQL." + node.endpoint().port()),
                node.layout().data().resolve("PG_VERSION"))) {
            assertThat(path).exists();
            assertThat(OsCommand.of("test", "-e", path.toString())
                            .as(other)
                            .run()
                            .ok())
                    .as(path.toString())
                    .isFalse();
        }
    }
}
