package dev.pgduo.lab.pair;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ObstaclesTest {
    @Test
    void seeWhereAConninfoLeads() {
        assertThat(Obstacles.port("host=x port=5433")).contains("5433");
        assertThat(Obstacles.port("host=x")).isEmpty();
        assertThat(Obstacles.port("host=x port='5433")).isEmpty();
        assertThat(Obstacles.port("no conninfo")).isEmpty();
    }
}
