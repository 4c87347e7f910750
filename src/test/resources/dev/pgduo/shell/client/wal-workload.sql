-- Writes WAL of every kind that a session can write, for psql; :rows says how much, :place is an empty directory for a tablespace.
\set ON_ERROR_STOP on
create schema w; set search_path = w, public;
create table t (id bigint primary key, n int, h text, v text, p point, r int4range, a int[], ts timestamptz);
create index t_hash on t using hash (n);
create index t_gin on t using gin (a) with (fastupdate = on);
create index t_gin2 on t using gin (a) with (fastupdate = off);
create index t_gist on t using gist (p);
create index t_gist2 on t using gist (r);
create index t_spgist on t using spgist (p);
create index t_spgist2 on t using spgist (h);
create index t_brin on t using brin (id) with (pages_per_range = 2);
create index t_v on t (v);
create index t_dedup on t (n);
insert into t select g, g % 97, md5((g / 7)::text), repeat('x', g % 200), point(random(), random()), int4range(g, g + 1 + (random() * 100)::int),
    array[g % 50, g % 31, g % 1009], '2026-01-01'::timestamptz + g * interval '1 second' from generate_series(1, :rows) g;
insert into t select g, g % 7, repeat('ab', g % 40), 'same', point(g % 10, g % 3), null, array[1, 2, 3], null
    from generate_series(:rows + 1, :rows + :rows / 2) g;
set wal_compression = pglz;
checkpoint;
update t set n = n + 1 where id % 5 = 0;
update t set ts = now() where id % 7 = 0;
delete from t where id % 3 = 0;
vacuum t;
set wal_compression = lz4;
checkpoint;
insert into t select g, g % 997, 'p' || (g % 20), null, point(random() * 100, random()), int4range(g, null), array[g % 5000, 7], null
    from generate_series(:rows * 2, :rows * 3) g;
delete from t where id between :rows * 2 and :rows * 2 + :rows * 4 / 5;
vacuum (freeze) t;
select brin_summarize_new_values('t_brin'), brin_desummarize_range('t_brin', 0);
select gin_clean_pending_list('t_gin');
-- Deleted pages of all trees come back.
insert into t select g, g % 997, 'q' || g, 'again', point(g, g), int4range(g, g + 5), array[g % 700, g % 11, g], now()
    from generate_series(:rows * 4, :rows * 5) g;
vacuum t;
set wal_compression = zstd;
checkpoint;
create unlogged table u (n int primary key, v text);
insert into u select g, g from generate_series(1, 200) g;
create table toast (v text);
alter table toast alter v set storage external;
insert into toast select repeat(md5(g::text), 300) from generate_series(1, :rows / 100) g;
create sequence s cache 5;
select count(nextval('s')) from generate_series(1, 200);
-- Subtransactions, some of them many.
do $$ begin for i in 1 .. 150 loop begin insert into w.toast values (i / (i % 3)); exception when division_by_zero then null; end; end loop; end $$;
begin; savepoint a; insert into toast values ('a'); savepoint b; insert into toast values ('b'); rollback to b; release a; commit;
begin; insert into toast values ('lost'); create table gone (n int); rollback;
-- Rows locked by several: multixacts, in prepared transactions.
begin; select count(*) from t where id % 11 = 0 and id < 400 limit 20; select id from t where id < 60 order by id for key share; prepare transaction 'share';
begin; select id from t where id < 60 order by id for share; prepare transaction 'share2'; rollback prepared 'share2';
begin; update t set ts = now() where id < 30 and id % 2 = 0; rollback;
begin; select id from t where id < 20 for key share; insert into toast values ('p'); create table prepared (n int); drop table u; prepare transaction 'mixed';
begin; insert into toast values ('q'); prepare transaction 'away';
rollback prepared 'away';
commit prepared 'share'; commit prepared 'mixed';
create table many (n int); create table parent (id int primary key); create table child (p int references parent);
insert into parent select generate_series(1, 50); insert into child select 1 + g % 50 from generate_series(1, 500) g;
begin; insert into child values (1); select * from parent where id = 1 for key share; update parent set id = id where id < 5; commit;
truncate many, child restart identity cascade;
select pg_logical_emit_message(true, 'transactional', 'some bytes'), pg_logical_emit_message(false, 'at once', repeat('m', 5000));
select pg_create_restore_point('a point'), pg_switch_wal();
create tablespace place location :'place'; create table there (n int) tablespace place; insert into there select generate_series(1, 100);
create index on there (n) tablespace place; alter table there set tablespace pg_default; drop table there; drop tablespace place;
create database copied strategy file_copy; create database logged strategy wal_log; drop database copied; drop database logged;
cluster t using t_pkey; vacuum full pg_class; reindex table pg_class; reindex schema w; vacuum full t;
create materialized view mv as select n, count(*) from t group by n; refresh materialized view mv;
alter table t add column extra int default 7; alter table t drop column h; analyze t;
create role somebody; drop role somebody; alter system set work_mem = '5MB'; alter system reset work_mem;
select pg_replication_origin_create('other'), pg_replication_origin_session_setup('other');
begin; select pg_replication_origin_xact_setup('0/12345678', '2026-02-03 04:05:06.789+00'); insert into toast values ('from elsewhere'); commit;
begin; select pg_replication_origin_xact_setup('0/12345699', '2026-02-03 04:05:07+00'); insert into toast values ('no'); rollback;
select pg_replication_origin_session_reset(), pg_replication_origin_advance('other', '0/22345678'), pg_replication_origin_drop('other');
create extension if not exists bloom; create index on t using bloom (n); insert into t (id, n) select g, g from generate_series(:rows * 6, :rows * 6 + 300) g; vacuum t;
set wal_consistency_checking = 'all'; select txid_current(); checkpoint;
insert into t (id, n, a) select g, g, array[g] from generate_series(:rows * 7, :rows * 7 + 100) g; vacuum t;
do $$ begin perform 1 from w.parent for update; update w.parent set id = id + 1000; delete from w.parent where id > 1020; end $$;
copy t to '/dev/null'; create temp table tmp as select 1; vacuum freeze pg_attribute; drop table many; checkpoint; vacuum;
