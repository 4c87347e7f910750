package dev.pgduo.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.NodeStatus;
import dev.pgduo.cluster.quantity.StopMode;
import dev.pgduo.fixture.Postgres;
import dev.pgduo.session.Probe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A smart shutdown waits for clients; pgduo, which only asks, is none. */
class SmartStopIT {
    @RegisterExtension
    static final Postgres POSTGRES = new Postgres();

    @Test
    void doesNotWaitForTheLabItself() throws Exception {
        Lab lab = POSTGRES.lab();
        try (Probe watching = lab.probe(NodeName.A)) {
            lab.initialised(NodeName.A).start();
            assertThat(watching.scalar("select 1")).isEqualTo("1");
            assertThat(lab.query(NodeName.A).scalar("select 1")).isEqualTo("1");
            lab.node(NodeName.A).stop(StopMode.SMART);
            assertThat(lab.node(NodeName.A).status().status()).isEqualTo(NodeStatus.STOPPED);
        }
    }
}
