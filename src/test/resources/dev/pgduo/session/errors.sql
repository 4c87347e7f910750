select * from nope;
select 1,
  2, x
from pg_class;
sélect 1;
select 'два', 日本語 from pg_class;
select 'very long text very long text very long text very long text', nocolumn, 'and more text after it goes on and on and on';
select nocolumn, 'very long text very long text very long text very long text and more text after it goes on';
select 'very long text very long text very long text very long text very long text more', nocolumn;
	select	1,	nope;
select 1/0;
select 'a'::int;
select '日本語日本語日本語日本語日本語日本語日本語日本語日本語日本語日本語', nope, '日本語日本語日本語日本語日本語';
insert into pg_class;
selec;
select (1;
);
select ")";
create table t1(a int primary key, b text not null);
insert into t1 values (1,'x');
insert into t1 values (1,'y');
insert into t1 values (2,null);
do $$ begin raise notice 'hello %', 1; raise warning 'careful' using detail = 'the detail', hint = 'the hint'; end $$;
do $$ begin raise exception 'bad' using detail = 'd1', hint = 'h1'; end $$;
do $$ begin perform 1/0; end $$;
do $$ begin execute 'select nope from pg_class'; end $$;
do $$ declare x int; begin x := ; end $$;
create function f() returns int language sql as 'select nope';
create function g(a int) returns int language plpgsql as $f$
begin
  return 1 / a;
end $f$;
select g(0);
select nosuch(1, 'a');
drop table if exists nope;
drop table t1;
drop function g;
\set VERBOSITY verbose
select sqrt(-1);
\set VERBOSITY terse
select nope;
do $$ begin perform 1/0; end $$;
\set VERBOSITY sqlstate
select nope;
\set VERBOSITY default
\set SHOW_CONTEXT always
do $$ begin raise notice 'with context'; end $$;
\set SHOW_CONTEXT never
do $$ begin perform 1/0; end $$;
