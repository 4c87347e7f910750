\echo hello   world 'quoted  text' "double  q" 'it''s \t tab'
\echo -n no newline
\echo
\echo a \\ \echo b
\warn to stderr
\qecho to out
\foo
\foo bar \\ select 1;
\x
select 1 as a, 'x' as bbbb;
select 1 where false;
\x off
\x auto
\x bogus
\x off
\x on \\ select 1; \x off
\t
select 1;
\t off
\a
select 1, null, 'x';
\a
\f ;
\f
\H
select '<a>' as h;
\H
\C 'A title'
select 1;
\C
\T border=1
\T
\pset null '(null)'
select null as n;
\pset null
\pset border 2
select 1 as a, 'b' as b;
\pset border 0
select 1 as a, 'b' as b;
\pset border 1
\pset border
\pset format csv
select 1 as a, 'b,c' as b;
\pset format unaligned
select 1 as a, 'b,c' as b;
\pset format wrapped
\pset format al
\pset format nonsense
\pset footer off
select 1;
\pset footer
\pset tuples_only
\pset tuples_only
\pset linestyle unicode
select 1 as a, 'b' as b;
\pset linestyle ascii
\pset linestyle x
\pset columns 40
\pset columns 0
\pset fieldsep '|'
\pset recordsep '\n'
\pset recordsep ';'
\pset recordsep '\n'
\pset fieldsep_zero
\pset recordsep_zero
\pset csv_fieldsep ;
\pset csv_fieldsep ab
\pset pager
\pset pager off
\pset title x
\pset title
\pset unicode_border_linestyle double
\pset numericlocale
\pset numericlocale
\pset nonsense
\pset expanded
\pset expanded
\pset
\pset border 1 extra
\timing
\timing off
\timing off
\timing nonsense
\conninfo extra
\set x 5
select :x as v;
\set s it's
\set name 'a b'
select :'name' as "lit", :"name" from (select 1 as "a b") t;
select :nope;
select ':x', 1::text, 'a:x' as "b:x";
\echo :x :'name' :"name" :nope :{?x} :{?nope}
\unset x
\echo :x
\set VERBOSITY bogus
\set bad-name 1
\echo 'unterminated
select 1;
\g
\i
\i /nonexistent/file.sql
\r
select 1 \x \g
\x
