\set FETCH_COUNT 2
select 1 as a;
select x from generate_series(1,2) x;
select x from generate_series(1,3) x;
\pset border 2
select x from generate_series(1,3) x;
select repeat('z',x) from generate_series(1,5) x;
\x
select x, repeat('z',x*3) from generate_series(1,5) x;
select x from generate_series(1,2) x;
select 1 as x where false;
\pset format csv
select x from generate_series(1,3) x;
\x
select x from generate_series(1,3) x;
\pset format html
select x from generate_series(1,3) x;
\pset format asciidoc
select x from generate_series(1,3) x;
\pset format latex
select x from generate_series(1,3) x;
\pset format unaligned
select x from generate_series(1,3) x;
select x from generate_series(1,3) x \g (format=aligned)
select x from generate_series(1,3) x\; select 2;
select 1\; select 2;
\pset format wrapped
\pset columns 20
select repeat('ab ',x*4), x from generate_series(1,5) x;
select from generate_series(1,3);
\x auto
select repeat('ab ',x*4), x from generate_series(1,5) x;
\a
\t
select x from generate_series(1,3) x;
select 1 as a, 2 as b, 3 as c \gdesc
\pset format asciidoc
select 1 as a, 2 as b, 3 as c \gdesc
