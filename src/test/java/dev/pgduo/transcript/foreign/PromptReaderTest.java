package dev.pgduo.transcript.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The prompts of the wild. */
class PromptReaderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '`',
            quoteCharacter = '¦',
            value = {
                "postgres=# select 1; ` postgres=# ` SQL ` select 1;",
                "db=> select 1; ` db=> ` SQL ` select 1;",
                "db=*# commit; ` db=# ` SQL ` commit;",
                "db=!> rollback; ` db=> ` SQL ` rollback;",
                "lock-session1=#begin; ` lock-session1=# ` SQL ` begin;",
                "[local] postgres@shop=# table t; ` [local] postgres@shop=# ` SQL ` table t;",
                "db-0 | shop=# select 1; ` db-0 | shop=# ` SQL ` select 1;",
                "db-0 | shop-# from t; ` -> ` MORE_SQL ` from t;",
                "α=> select 1; ` α=> ` SQL ` select 1;",
                "S1=> begin; ` S1=> ` SQL ` begin;",
                "=> \\q ` => ` SQL ` \\q",
                "|  => begin; ` | => ` SQL ` begin;",
                "|| => begin; ` || => ` SQL ` begin;",
                "! => begin; ` ! => ` SQL ` begin;",
                "/* pub # */ table t; ` /* pub # */ ` SQL ` table t;",
                "/* pub - */ from t; ` /* pub # */ ` MORE_SQL ` from t;",
                "T1: BEGIN; ` T1 ` SQL ` BEGIN;",
                "Session 2> SELECT 1; ` Session 2 ` SQL ` SELECT 1;",
                "postgres> SELECT 1; ` postgres> ` SQL ` SELECT 1;",
                "db-# from t; ` -> ` MORE_SQL ` from t;",
                "db(# 1) ` -> ` MORE_SQL ` 1)",
                "-> from t; ` -> ` MORE_SQL ` from t;",
                "postgres@host:~$ ls ` postgres@host$ ` SHELL ` ls",
                "postgres@host:/var/lib$ ls -l ` postgres@host$ ` SHELL ` ls -l",
                "user@host ~ % psql ` user@host% ` SHELL ` psql",
                "[postgres@node1 data]$ pg_ctl stop ` [postgres@node1]$ ` SHELL ` pg_ctl stop",
                "-bash-4.2$ psql ` -bash-4.2$ ` SHELL ` psql",
                "student$ sudo ls ` student$ ` SHELL ` sudo ls",
                "|  student$ psql ` |student$ ` SHELL ` psql",
                "root@node2:~# systemctl status x ` root@node2# ` SHELL ` systemctl status x",
                "node1:~$ ls ` node1$ ` SHELL ` ls",
                "postgres> pg_ctl stop ` postgres> ` SHELL ` pg_ctl stop",
                "$ anything ` $ ` SHELL ` anything",
                "# cat x ` # ` SHELL ` cat x",
                "C:\\pg\\bin> psql ` C:> ` SHELL ` psql",
                "PS C:\\pg> psql -l ` C:> ` SHELL ` psql -l",
                "me@vm:~$ me@vm:~$ psql -l ` me@vm$ ` SHELL ` psql -l",
                "db=# db=# select 1; ` db=# ` SQL ` select 1;",
                "psql(master)> select 1; ` psql(master)> ` SQL ` select 1;",
                "psql>\\l ` psql> ` SQL ` \\l",
                "psql(standby)=# select 1; ` psql(standby)=# ` SQL ` select 1;",
                "psql (standby)=# select 1; ` psql (standby)=# ` SQL ` select 1;",
                "psql(standby)-# from t; ` -> ` MORE_SQL ` from t;",
                "(standby)=> table t; ` (standby)=> ` SQL ` table t;",
                "(primary)$ ls ` (primary)$ ` SHELL ` ls",
                "[primary] $ anything ` [primary]$ ` SHELL ` anything",
                "(primary)# table t; ` (primary)# ` SQL ` table t;",
                "(primary) me@box:~$ ls ` (primary) me@box$ ` SHELL ` ls",
                "[master] postgres=# table t; ` [master] postgres=# ` SQL ` table t;",
                "psql(master) ` psql(master) ` SHELL ` psql"
            })
    void areFound(String line, String key, ForeignPrompt.Kind kind, String rest) {
        ForeignPrompt prompt = PromptReader.read(line).orElseThrow();
        assertThat(prompt.shown()).isEqualTo(key);
        assertThat(prompt.kind()).isEqualTo(kind);
        assertThat(prompt.rest()).isEqualTo(rest);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "The prompt postgres=# is psql's.",
                " id | name ",
                "----+------",
                "# The standby is next",
                "% of all rows",
                "a => b",
                "Prices in US$ are prose",
                "note: this is prose",
                "quoted> text of a mail",
                "x := 1",
                "(optional) $5 more",
                "psql (16.2)",
                "psql (the client)",
                "path>\\dir",
                "[x] # an item that is done",
                "-[ RECORD 1 ]---"
            })
    void areNotFound(String line) {
        assertThat(PromptReader.read(line)).isEmpty();
    }
}
