--: when kind rmfpIt
--: if verbose
select null,
--: if kind pI
  case pg_catalog.row_number() over w when 1 then 'Partitions: ' else '            ' end
--: else
  case pg_catalog.row_number() over w when 1 then 'Child tables: ' else '              ' end
--: end
  || c.oid::pg_catalog.regclass::pg_catalog.text
--? pg >= 10 : || coalesce(' ' || pg_catalog.pg_get_expr(c.relpartbound, c.oid), '')
  || case when c.relkind in ('p', 'I') then ', PARTITIONED'
--? psql >= 16 : when c.relkind = 'f' then ', FOREIGN'
    else '' end
--? pg >= 14 : || case when i.inhdetachpending then ' (DETACH PENDING)' else '' end
  || case when pg_catalog.lead(c.oid) over w is null then '' else ',' end,
  pg_catalog.row_number() over w
from pg_catalog.pg_inherits i
join pg_catalog.pg_class c on c.oid = i.inhrelid
where i.inhparent = ${oid}
--: if pg >= 10
window w as (order by pg_catalog.pg_get_expr(c.relpartbound, c.oid) = 'DEFAULT', c.oid::pg_catalog.regclass::pg_catalog.text)
--: else
window w as (order by c.oid::pg_catalog.regclass::pg_catalog.text)
--: end
--: if kind pI
union all
select null, 'Number of partitions: 0', 0
where not exists (select from pg_catalog.pg_inherits where inhparent = ${oid})
--: end
order by 3
--: else
--: if kind pI
select null, 'Number of partitions: ' || count(*) || case count(*) when 0 then '' else ' (Use \d+ to list them.)' end
from pg_catalog.pg_inherits
where inhparent = ${oid}
--: else
select null, 'Number of child tables: ' || count(*) || ' (Use \d+ to list them.)'
from pg_catalog.pg_inherits
where inhparent = ${oid}
having count(*) > 0
--: end
--: end
