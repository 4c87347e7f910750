\df add integer integer
\df add int -
\df * int
\df *.a* - 
\dfa * bigint
\dfan sum bigint
\dfaz sum
\dfz
\dfp
\df+ rich.*
\do - integer
\do - integer integer
\do === text text
\do * rich.pair
\do rich.*
\do + int4 int8
\do < - 
\do !!
\doS+ rich.*
\df * float[]
\df abs "integer"
\dAc btree int4
\dAc+ gin text
\dAf btree int4
\dAf+ hash *
\dAo btree integer_ops
\dAo+ gist *
\dAp btree float_ops
\dAp+ btree float_ops
\dAc * nosuch.type
\dAc btree int4 extra
\drds plain postgres
\drds * postgres
\drds nosuch
\drds nosuch nosuch
\drds
\dd above_zero
\dd rich.*
\dn rich
\dn+ rich
\dn public
\dRp+ 
\dRp+ nosuch
\dRp+ *
\dRs+
\dRs+ sub
\dx+ file_fdw
\dx+ nosuch
\dFp+ default
\dFp+ nosuch
\dF+ plain_words
\dF+ simple
\dF+ nosuch
\dT int
\dT decimal
\dT int[]
\dT+ rich.*
\dT "char"
\dL+
\dLS
\du+ 
\duS+
\du "Role Two"
\dg plain
\d author extra words
\set QUIET on
\d nosuch
\dt nosuch
\dx+ nosuch
\drds nosuch
\set QUIET off
\x
\d author
\dt author
\d plain_sequence
\du plain
\dRp+ of_schema
\x
\t
\d author
\dt author
\dn rich
\dRp+ of_schema
\dF+ simple
\t
\a
\d author
\dt author
\d plain_sequence
\du plain
\dRp+ of_schema
\dFp+ 
\a
\pset null NULL
\dt+ author
\d author
\pset title 'My title'
\dt author
\pset title
\pset border 2
\d author
\dn rich
\pset border 0
\d+ author
\pset format html
\d+ author
\pset format csv
\d author
\pset format latex
\d author
\pset format asciidoc
\d author
\pset format troff-ms
\d author
\pset format aligned
\pset border 1
\pset footer off
\d author
\dt author
\dn public
\dFp+ default
\pset footer on
\set HIDE_TABLEAM on
\d+ author
\dt+ author
\set HIDE_TABLEAM off
\set HIDE_TOAST_COMPRESSION on
\d+ author
\set HIDE_TOAST_COMPRESSION off
\dt+ author
\dt author
begin;
select 1/0;
\d author
\dt
rollback;
\dzz
\dq
\dP0
