package dev.pgduo.session.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StatementKindTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "select 1;                                                    | SELECT 1        | true  | READ_ONLY",
                "/* c */ select 'insert into'                                 | SELECT 1        | true  | READ_ONLY",
                "select * into t2 from t;                                     | SELECT 3        | false | WRITES",
                "with i as (insert into t values (1) returning a) table i     | SELECT 1        | true  | WRITES",
                "select pg_create_physical_replication_slot('a')              | SELECT 1        | true  | WRITES",
                "select nextval('s')                                          | SELECT 1        | true  | WRITES",
                "insert into t values (1)                                     | INSERT 0 1      | false | WRITES",
                "create table t(a int)                                        | CREATE TABLE    | false | WRITES",
                "alter system set port = 1                                    | ALTER SYSTEM    | false | UTILITY",
                "set work_mem = 1                                             | SET             | false | UTILITY",
                "begin                                                        | BEGIN           | false | TRANSACTION_CONTROL",
                "copy t to stdout                                             | COPY 1          | false | READ_ONLY",
                "copy t from stdin                                            | COPY 1          | false | WRITES",
                "explain select 1                                             | EXPLAIN         | true  | READ_ONLY",
                "show port                                                    | SHOW            | true  | READ_ONLY",
            })
    void goesByTextAndTag(String sql, String tag, boolean rows, StatementKind kind) {
        assertThat(StatementKind.of(sql, tag, rows)).isEqualTo(kind);
    }
}
