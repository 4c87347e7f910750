package dev.pgduo.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgduo.cluster.node.Node;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.NodeStatus;
import dev.pgduo.cluster.quantity.ServerUnavailable;
import dev.pgduo.cluster.quantity.StopMode;
import dev.pgduo.cluster.quantity.Wait;
import dev.pgduo.fixture.Postgres;
import dev.pgduo.fixture.Servers;
import dev.pgduo.report.LabException;
import dev.pgduo.version.Feature;
import java.time.Duration;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a pair does on the majors at both sides of a difference; the build has put their servers into the local repository. */
class MajorDifferencesIT {
    @RegisterExtension
    static final Postgres POSTGRES = new Postgres();

    private static Lab pair(int major) {
        Lab made = POSTGRES.lab(Servers.of(major));
        new PairUp(made, new StandbySteps(made, StandbySteps.Listener.NONE), Consent.GIVEN, (node, name, value) -> {})
                .up();
        return made;
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 12, 13})
    void aPausedReplayIsToldBeforeAPromotion(int major) throws Exception {
        Lab pair = pair(major);
        Node standby = pair.node(NodeName.B);
        String pause = pair.capabilities().walFunction("pg_wal_replay_pause");
        String resume = pair.capabilities().walFunction("pg_wal_replay_resume");
        pair.query(NodeName.B).scalar("select " + pause + "()");
        pair.query(NodeName.A).scalar("create table late (n int)");
        pair.node(NodeName.A).stop(StopMode.FAST);
        if (!pair.capabilities().has(Feature.PROMOTION_ENDS_PAUSE)) {
            assertThatThrownBy(standby::promote)
                    .isInstanceOfSatisfying(
                            LabException.class,
                            e -> assertThat(e.report().lines())
                                    .startsWith("ERROR:  could not promote node b: its replay of WAL is paused")
                                    .endsWith("HINT:  Resume the replay first: \"wal resume b\"."));
            assertThat(standby.status().status()).isEqualTo(NodeStatus.RUNNING_STANDBY);
            pair.query(NodeName.B).scalar("select " + resume + "()");
        }
        standby.promote();
        assertThat(pair.query(NodeName.B).scalar("select count(*) from late")).isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 12})
    void aPauseWithNothingToReplayDoesNotHoldUpAPromotion(int major) throws Exception {
        Lab pair = pair(major);
        LabQueries standby = pair.query(NodeName.B);
        pair.node(NodeName.A).stop(StopMode.FAST);
        assertThat(Wait.to("replay all", Duration.ofSeconds(60)).comesTrue(() -> hasReplayedAll(standby, pair)))
                .isTrue();
        standby.scalar("select " + pair.capabilities().walFunction("pg_wal_replay_pause") + "()");
        pair.node(NodeName.B).promote();
        assertThat(pair.query(NodeName.B).scalar("select pg_is_in_recovery()")).isEqualTo("f");
    }

    private static boolean hasReplayedAll(LabQueries standby, Lab pair) {
        String received = pair.capabilities().walFunction("pg_last_wal_receive_lsn") + "()";
        String replayed = pair.capabilities().walFunction("pg_last_wal_replay_lsn") + "()";
        try {
            return standby.scalar("select " + received + " = " + replayed).equals("t");
        } catch (ServerUnavailable e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 17})
    void aStandbyCanSynchroniseSlots(int major) throws Exception {
        Lab pair = pair(major);
        String conninfo = pair.query(NodeName.B).scalar("show primary_conninfo");
        if (!pair.capabilities().has(Feature.CONNINFO_DBNAME)) {
            assertThat(conninfo).doesNotContain("dbname");
            return;
        }
        assertThat(conninfo).contains(" dbname=postgres ");
        pair.query(NodeName.A).scalar("alter system set wal_level = 'logical'");
        pair.node(NodeName.A).restart();
        pair.query(NodeName.B).scalar("alter system set wal_level = 'logical'");
        pair.query(NodeName.B).scalar("alter system set hot_standby_feedback = on");
        pair.node(NodeName.B).restart();
        new Streaming(pair).await(NodeName.A, NodeName.B);
        pair.query(NodeName.A)
                .scalar("select pg_create_logical_replication_slot('decoded', 'pgoutput', false, false, true)");
        pair.query(NodeName.A).scalar("select pg_log_standby_snapshot()");
        new Streaming(pair).catchUp(NodeName.B);
        pair.query(NodeName.B).scalar("select pg_sync_replication_slots()");
        assertThat(pair.query(NodeName.B).scalar("select synced from pg_replication_slots where slot_name = 'decoded'"))
                .isEqualTo("t");
    }
}
