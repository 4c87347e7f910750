package dev.pgduo.replay.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A column's values are volatile by what they are, not by what the column is called. */
class MeaningTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "select port from servers; port; ",
                "select 5432 as port; port; ",
                "select timeline, lag, location from t; timeline; ",
                "select timeline, lag, location from t; lag; ",
                "select timeline, lag, location from t; location; ",
                "select elapsed, db_size, now from runs; elapsed; ",
                "select elapsed, db_size, now from runs; db_size; ",
                "select elapsed, db_size, now from runs; now; ",
                "select 16384 as db_size; db_size; ",
                "select lag(n) over (order by n) as lag from t; lag; ",
                "select count(*) filter (where pid > 0) as pid from pg_stat_activity; pid; ",
                "select pid > 0 as pid from pg_stat_activity; pid; ",
                "table ports; port; ",
                "show max_wal_size; max_wal_size; ",
                "show port; port; ",
                "select setting from pg_settings where name = 'port'; setting; ",
                "select t.pid from t, pg_stat_activity a; pid; ",
                "select pid from pg_stat_activity; pid; pid",
                "select a.pid from t, pg_stat_activity a; pid; pid",
                "select * from pg_stat_replication; sent_lsn; lsn",
                "select * from pg_stat_replication; write_lag; duration",
                "table pg_replication_slots; restart_lsn; lsn",
                "select received_tli from pg_stat_wal_receiver; received_tli; timeline",
                "select pg_current_wal_lsn(); pg_current_wal_lsn; lsn",
                "select pg_current_wal_lsn() as lsn; lsn; lsn",
                "select pg_current_wal_lsn() here; here; lsn",
                "select pg_wal_lsn_diff(pg_current_wal_lsn(), restart_lsn) as kept from pg_replication_slots; kept; size",
                "select pg_current_wal_lsn() - '0/0'::pg_lsn as n; n; size",
                "select now() - pg_last_xact_replay_timestamp() as delay; delay; duration",
                "select extract(epoch from now() - pg_postmaster_start_time()) as s; s; duration",
                "select now()::date; now; timestamp",
                "select current_timestamp; current_timestamp; timestamp",
                "select timeline_id from pg_control_checkpoint(); timeline_id; timeline",
                "select (pg_control_checkpoint()).timeline_id; timeline_id; timeline",
                "select system_identifier as id from pg_control_system(); id; sysid",
                "select xmin, n from t; xmin; xid",
                "select max(pid) as p from pg_stat_activity; p; pid",
                "select pg_size_pretty(pg_database_size('x')); pg_size_pretty; size",
                "select l from (select pg_current_wal_lsn() as l) s; l; lsn",
                "select (pg_current_wal_lsn()) as l; l; lsn",
                "select (select pg_current_wal_lsn()) as l; l; lsn",
                "select (select n from t) as lsn from pg_stat_activity; lsn; ",
                "select (a.pid) as p from t, pg_stat_activity a; p; pid",
                "select '2026-01-01'::timestamptz - now() as d; d; duration",
                "select x::timestamptz - now() as d from t; d; duration",
                "select - pg_wal_lsn_diff(a, b) as n from t; n; ",
                "select - 5 - pg_wal_lsn_diff(a, b) as n from t; n; size",
                "select (f(1)).timeline_id; timeline_id; ",
                "select 1 + a.pid as p from pg_stat_activity a; p; ",
                "select pg_catalog.now() as t; t; timestamp",
                "select pg_catalog.f() as lsn; lsn; ",
                "select pid from only pg_stat_activity; pid; pid",
                "select a.pid from pg_locks l, lateral pg_stat_get_activity(l.pid) a; pid; pid",
                "select t.pid from pg_stat_get_activity(null) as a, t; pid; ",
                "select t.pid from pg_stat_activity as a, t; pid; ",
                "select t.pid from pg_stat_activity a, t; pid; ",
                "select t.pid from pg_stat_activity, t; pid; ",
                "select a.pid from t as a, pg_stat_activity b; pid; ",
                "select pid from t as a where a.n = 1; pid; ",
                "select t.pid from pg_stat_activity join t on true; pid; ",
                "select pid from db.pg_catalog.pg_stat_activity; pid; pid",
                "select pid from db.public.t; pid; ",
                "select a.pid from public.t, information_schema.x a; pid; pid",
                "insert into t values (1) returning n, xmin; xmin; xid",
                "\\l+; Size; size",
                "\\dt+; port; ",
            })
    void columnsByWhatTheQuerySays(String sql, String column, String kind) {
        assertThat(Meaning.ofSql(sql).classOf(column).map(each -> each.name().toLowerCase(Locale.ROOT)))
                .isEqualTo(java.util.Optional.ofNullable(kind));
    }

    /** A name is what it is, whatever is missing of the rest. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "select (pid",
                "select (now(",
                "select a.",
                "select () as pid",
                "select pid from",
                "select pid from f(",
                "select pid from t, ",
                "select pid from t.",
            })
    void sqlThatIsNotWholeMeansNothing(String sql) {
        assertThat(Meaning.ofSql(sql).classOf("pid")).isEmpty();
        assertThat(Meaning.ofSql(sql).classOf("now")).isEmpty();
        assertThat(Meaning.ofSql(sql).classOf("?column?")).isEmpty();
    }

    @Test
    void nothingElseIsAPlan() {
        assertThat(Meaning.NONE.plan()).isFalse();
        assertThat(Meaning.LAB.plan()).isFalse();
        assertThat(Meaning.ofSql("\\dt+").plan()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"explain select 1,true", "EXPLAIN (analyze) table t,true", "select 1,false", "select 'explain',false"})
    void aPlanIsOfExplain(String sql, boolean plan) {
        assertThat(Meaning.ofSql(sql).plan()).isEqualTo(plan);
    }

    @ParameterizedTest
    @CsvSource({
        "tps,412.0,0.0,true",
        "acknowledged,4977,12,true",
        "unknown,1,0,true",
        "lost,129,7,true",
        "lost,0,7,false",
        "clients,4,5,false",
        "longest_gap,0.054 s,3.314 s,true",
        "gap_from,16:57:53.989,06:00:00.001,true",
        "outage,0.444 s,12.100 s,true",
        "first_commit,2026-01-02 03:04:05.678,2027-01-02 03:04:05.678,true",
        "wal,552 B,6.6 kB,true",
        "wal,0 B,6.6 kB,false",
        "seconds,0.1,0.0,true",
        "not_replayed,552,7,true",
        "not_replayed,0,552,false",
        "commits,2,3,false"
    })
    void figuresOfALoad(String column, String from, String to, boolean accepted) {
        VolatileClass kind = Meaning.LAB.classOf(column).orElse(VolatileClass.DOTS);
        assertThat(kind.mayReplace(from, to)).isEqualTo(accepted);
        assertThat(Meaning.ofSql("select " + column + " from t").classOf(column))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"psql -p 5433 -c \"select pid from pg_stat_activity\"; pid", "psql -c 'select txid_current() n'; n"
            })
    void queriesOfAnOsLine(String line, String column) {
        assertThat(Meaning.ofCommand(line).classOf(column)).isPresent();
    }
}
