package dev.pgduo.transcript.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Whose a command is by what it printed, against what the text above it has said of others. */
class StandbySignsTest {
    private static final String STANDBY = "```\n$ touch standby.signal\n```\n\nOn the standby:\n\n";
    private static final String PRIMARY = "```\n$ touch standby.signal\n```\n\nOn the primary:\n\n";

    private static String fence(String... lines) {
        return "```\n" + String.join("\n", lines) + "\n```\n";
    }

    private static List<String> statements(String text) {
        return Steps.of("x.md", text).commands().stream()
                .filter(command -> !command.contains("touch") && !command.contains("psql -p"))
                .toList();
    }

    @Test
    void whoHasWrittenIsThePrimary() {
        String more = "# More\n\n";
        assertThat(statements(STANDBY
                        + fence("a=# select 1;")
                        + more
                        + fence("a=# delete from t;", "DELETE 1", "a=# select 2;")))
                .containsExactly("2 select 1;", "1 delete from t;", "1 select 2;");
        assertThat(statements(STANDBY + fence("a=# alter system set x = 1;", "ALTER SYSTEM")))
                .containsExactly("2 alter system set x = 1;");
        assertThat(statements(STANDBY + fence("a=# create role r replication;")))
                .containsExactly("1 create role r replication;");
    }

    @Test
    void whoCannotWriteIsTheStandby() {
        assertThat(statements(PRIMARY
                        + fence(
                                "a=# delete from t;",
                                "ERROR:  cannot execute DELETE in a read-only transaction",
                                "a=# select 2;")))
                .containsExactly("2 delete from t;", "2 select 2;");
    }

    @Test
    void whoSaysThatItRecoversIsTheStandby() {
        assertThat(statements(PRIMARY + fence("$ psql -At -c 'select pg_is_in_recovery()'", "t")))
                .containsExactly("b psql -At -c 'select pg_is_in_recovery()'");
        assertThat(statements(STANDBY
                        + fence(
                                "$ psql",
                                "a=# select 1;",
                                "a=# select pg_is_in_recovery();",
                                " pg_is_in_recovery ",
                                "-------------------",
                                " f",
                                "(1 row)")))
                .containsExactly("1 psql", "1 select 1;", "1 select pg_is_in_recovery();");
    }

    @Test
    void nothingIsSureWithoutAStandbyOrAfterAPromotion() {
        assertThat(statements("On the second server:\n\n" + fence("a=# delete from t;", "DELETE 1")))
                .containsExactly("2 delete from t;");
        assertThat(statements(STANDBY + fence("a=# select pg_promote();", "a=# delete from t;", "DELETE 1")))
                .containsExactly("2 select pg_promote();", "2 delete from t;");
        assertThat(statements(STANDBY
                        + fence(
                                "a=# create subscription s connection 'x' publication p;",
                                "a=# delete from t;",
                                "DELETE 1")))
                .containsExactly("2 create subscription s connection 'x' publication p;", "2 delete from t;");
    }

    @Test
    void aCommandThatIsOfUseThereSaysNothingOfTheNextOnes() {
        assertThat(statements(fence("$ touch standby.signal")
                        + fence("a=# select 1;")
                        + "Look:\n\n"
                        + fence("a=# table pg_stat_wal_receiver;", "a=# select 2;")))
                .containsExactly("1 select 1;", "2 table pg_stat_wal_receiver;", "1 select 2;");
    }

    @Test
    void whereNothingFreshIsSaidACommandIsWhereItIsOfUse() {
        String more = "# More\n\nLook:\n\n";
        assertThat(statements(STANDBY
                        + fence("a=# select 1;")
                        + more
                        + fence("a=# table pg_stat_replication;")
                        + more
                        + fence("a=# table pg_stat_wal_receiver;", "$ createdb shop")))
                .containsExactly(
                        "2 select 1;",
                        "1 table pg_stat_replication;",
                        "2 table pg_stat_wal_receiver;",
                        "a createdb shop");
        assertThat(statements(STANDBY + fence("a=# table pg_stat_replication;")))
                .containsExactly("2 table pg_stat_replication;");
    }

    @Test
    void oneServerPublishesAndTheOtherSubscribes() {
        String publishes = fence("a=# create publication all_of_it for all tables;");
        String subscribes = fence("a=# create subscription mine connection 'port=1' publication all_of_it;");
        assertThat(statements("# One\n\n" + publishes + "# Two\n\n" + subscribes + "# Three\n\n"
                        + fence("a=# select * from pg_stat_subscription;", "a=# select * from pg_stat_replication;")))
                .containsExactly(
                        "1 create publication all_of_it for all tables;",
                        "2 create subscription mine connection 'port=1' publication all_of_it;",
                        "2 select * from pg_stat_subscription;",
                        "1 select * from pg_stat_replication;");
        assertThat(statements("On the second server:\n\n" + publishes + "On the first server:\n\n" + subscribes))
                .containsExactly(
                        "2 create publication all_of_it for all tables;",
                        "1 create subscription mine connection 'port=1' publication all_of_it;");
    }
}
