package dev.pgduo.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.cluster.conf.EffectiveConf;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.NodeStatus;
import dev.pgduo.cluster.quantity.StopMode;
import dev.pgduo.fixture.Postgres;
import dev.pgduo.lab.os.Naming;
import dev.pgduo.lab.os.OsResult;
import dev.pgduo.lab.session.BackslashCommands;
import dev.pgduo.lab.session.LabSessions;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** pg_basebackup at node b's OS prompt means the same with and without a pipe behind it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TypedBackupIT {
    @RegisterExtension
    static final Postgres POSTGRES = new Postgres();

    private Lab lab;
    private LabSessions desk;

    @BeforeAll
    void start() {
        lab = POSTGRES.throwAwayLab();
        desk = new LabSessions(lab, Naming.plain(), BackslashCommands.NONE);
        lab.initialised(NodeName.A).start();
    }

    @AfterAll
    void stop() {
        desk.close();
    }

    @AfterEach
    void empty() {
        if (lab.node(NodeName.B).status().pid().isPresent()) {
            lab.node(NodeName.B).stop(StopMode.FAST);
        }
        lab.node(NodeName.B).wipe();
    }

    private OsResult type(String line) {
        return desk.os(NodeName.B, line);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-h localhost", "-h 127.0.0.1 -p PORT", "-h SOCKET -p PORT -U postgres"})
    void leadsFromOneNodeToTheOther(String words) {
        String line = "pg_basebackup -D $PGDATA -R -v "
                + words.replace("PORT", lab.node(NodeName.A).settings().port().toString())
                        .replace(
                                "SOCKET",
                                lab.node(NodeName.A).layout().socketDirectory().toString());
        OsResult plain = type(line);
        assertThat(plain.output()).contains("pg_basebackup: base backup completed");
        assertStandby();
        lab.node(NodeName.B).wipe();
        OsResult piped = type(line + " 2>&1 | grep -c backup.completed");
        assertThat(piped.output()).containsExactly("1");
        assertThat(piped.exitCode()).isZero();
        assertStandby();
    }

    /** Its own files say which port is its own. */
    private void assertStandby() {
        Path data = lab.node(NodeName.B).layout().data();
        assertThat(EffectiveConf.read(data).value("port"))
                .contains(lab.node(NodeName.B).settings().port().toString());
        lab.node(NodeName.B).start();
        assertThat(lab.node(NodeName.B).status().status()).isEqualTo(NodeStatus.RUNNING_STANDBY);
        lab.node(NodeName.B).stop(StopMode.FAST);
    }

    @Test
    void anotherHostIsAnotherHost() {
        String line = "pg_basebackup -D $PGDATA -h 127.0.0.9 -p "
                + lab.node(NodeName.A).settings().port();
        OsResult plain = type(line);
        assertThat(plain.exitCode()).isNotZero();
        assertThat(plain.output()).anyMatch(said -> said.contains("127.0.0.9"));
        OsResult piped = type(line + " 2>&1 | cat");
        assertThat(piped.exitCode()).isZero();
        assertThat(piped.output()).isEqualTo(plain.output());
        assertThat(lab.node(NodeName.B).layout().hasCluster()).isFalse();
    }

    @Test
    void anotherDirectoryIsAnotherDirectory() {
        int port = lab.node(NodeName.A).settings().port().number();
        Path copy = lab.node(NodeName.B).layout().root().resolve("copy");
        for (String pipe : new String[] {"", " 2>&1 | cat"}) {
            assertThat(type("pg_basebackup -D $HOME/copy -h 127.0.0.1 -p " + port + pipe)
                            .output())
                    .isEmpty();
            assertThat(copy.resolve("PG_VERSION")).exists();
            type("rm -rf $HOME/copy");
        }
    }
}
