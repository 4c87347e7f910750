create temp table f as select g as id, repeat('x', g) as text, g * 1.5 as num, case when g % 2 = 0 then E'two\nlines' end as opt from generate_series(1,4) g;
\pset format unaligned
table f;
\x
table f;
\x
\pset format csv
table f;
\pset format html
table f;
insert into f values (9);
\pset format asciidoc
table f;
\pset format latex
table f;
\pset format troff-ms
table f;
\pset format aligned
\x
table f;
\pset border 2
table f;
\x
table f;
\pset border 1
\set FETCH_COUNT 2
table f;
\pset format unaligned
table f;
\set FETCH_COUNT 0
\pset format aligned
\pset tuples_only
table f;
