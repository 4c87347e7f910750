\?
\? commands
\? variables
\? nonsense
\x auto
\H
\t on
\?
\t
\H
\x off
\timing on
\?
\timing off
\h
\h *
\h select
\help SELECT;
\h alter table
\h alter table foo
\h select foo bar
\h create
\h nosuch
\h drop table x y
\h TABLE
\h alter nosuch thing
\h c
\sf
\sv
\sf rich.touch
\sf+ rich.touch
\sf rich.add(integer, integer)
\sf+ rich.rows
\sf+ rich.body
\sf rich.act
\sf nosuch
\sf nosuch(integer)
\sf sum
\sf sum(integer)
\sf rich.total
\sf add ;
\sf+ abs(int)
\sf abs
\sv rich.names
\sv+ rich.names
\sv rich.checked
\sv+ rich.checked
\sv pg_views
\sv rich.author
\sv rich.totals
\sv nosuch
\sv counted;
\sv 1bad
\sf bad(
\sfx
