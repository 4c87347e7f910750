package dev.pgduo.lab.pair;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ObstaclesTest {
    @Test
    void takeNoMomentOfStreamingForAWayOut() {
        String refused = "FATAL:  could not receive data from WAL stream: ERROR:  requested WAL segment"
                + " 000000010000000000000007 has already been removed";
        String streams = "LOG:  started streaming WAL from primary at 0/7000000 on timeline 1";
        assertThat(Obstacles.removed(List.of(streams, refused, streams))).isPresent();
        assertThat(Obstacles.removed(List.of(streams))).isEmpty();
        String restored = "LOG:  restored log file \"000000010000000000000007\" from archive";
        assertThat(Obstacles.removed(List.of(streams, refused, restored, streams)))
                .isEmpty();
    }

    @Test
    void seeWhereAConninfoLeads() {
        assertThat(Obstacles.port("host=x port=5433")).contains("5433");
        assertThat(Obstacles.port("host=x")).isEmpty();
        assertThat(Obstacles.port("host=x port='5433")).isEmpty();
        assertThat(Obstacles.port("no conninfo")).isEmpty();
    }
}
