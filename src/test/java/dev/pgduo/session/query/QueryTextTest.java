package dev.pgduo.session.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class QueryTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"select 1", "-- x\n /* a /* b */ */ ((SELECT 1))", "values (1)"})
    void selects(String query) {
        assertThat(QueryText.selects(query)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"selectx", "with a as (select 1) select 2", "table t", ""})
    void doesNotSelect(String query) {
        assertThat(QueryText.selects(query)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "begin",
                "START transaction",
                "vacuum full t",
                "cluster",
                "create database d",
                "create unique index concurrently i on t (a)",
                "drop index concurrently i",
                "alter system set a = 1",
                "reindex table concurrently t",
                "prepare transaction 'x'",
                "discard all"
            })
    void opensNoTransactionFor(String query) {
        assertThat(QueryText.beginsNothing(query)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select 1",
                "cluster t",
                "create index i on t (a)",
                "create databases",
                "alter table t",
                "prepare p as select 1",
                "discard temp",
                "savepoint s"
            })
    void opensATransactionFor(String query) {
        assertThat(QueryText.beginsNothing(query)).isFalse();
    }
}
