create table cp(a int, b text);
copy cp from stdin;
1	one
2	два
3	\N
\.
select * from cp order by a;
copy cp to stdout;
copy cp to stdout csv header;
copy cp from stdin csv;
4,"a,b"
5,plain
\.
copy (select a from cp where a > 3) to stdout;
copy cp from stdin;
x	bad
\.
copy cp from stdin;
7	a	b
\.
select count(*) from cp;
copy nope from stdin;
select 1 \; copy cp to stdout \; select 2;
copy cp to '/nonexistent/file';
begin;
copy cp from stdin;
8	eight
\.
rollback;
drop table cp;
