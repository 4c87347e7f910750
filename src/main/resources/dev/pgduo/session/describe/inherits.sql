--: when kind rmfpIt
select null,
  case pg_catalog.row_number() over w when 1 then 'Inherits: ' else '          ' end
  || c.oid::pg_catalog.regclass::pg_catalog.text
  || case when pg_catalog.lead(c.oid) over w is null then '' else ',' end
from pg_catalog.pg_inherits i
join pg_catalog.pg_class c on c.oid = i.inhparent
where i.inhrelid = ${oid} and c.relkind not in ('p', 'I')
window w as (order by i.inhseqno)
order by i.inhseqno
