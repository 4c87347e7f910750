package dev.pgduo.cluster.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcessTitleTest {
    /** The titles of 10, 16 and 17. */
    @ParameterizedTest
    @CsvSource({
        "postgres: bgworker: logical replication worker for subscription 16390, logical replication worker",
        "postgres: b: logical replication apply worker for subscription 16390, logical replication apply worker",
        "postgres: b: logical replication tablesync worker for subscription 16390 sync 16384,"
                + " logical replication tablesync worker",
        "postgres: a: logical replication launcher, logical replication launcher",
        "postgres: wal sender process postgres 127.0.0.1(34878) streaming 0/304B388, walsender",
        "postgres: a: postgres postgres 127.0.0.1(41042) idle, client backend"
    })
    void tellsTheRole(String title, String role) {
        assertThat(ProcessTitle.role(title)).isEqualTo(role);
    }
}
