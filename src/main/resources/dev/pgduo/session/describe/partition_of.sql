--: when partition
select null, pg_catalog.unnest(array[
  'Partition of: ' || i.inhparent::pg_catalog.regclass::pg_catalog.text || ' '
    || coalesce(pg_catalog.pg_get_expr(c.relpartbound, c.oid), '')
--? pg >= 14 : || case when i.inhdetachpending then ' DETACH PENDING' else '' end
--: if verbose
  , coalesce('Partition constraint: ' || nullif(pg_catalog.pg_get_partition_constraintdef(c.oid), ''),
    'No partition constraint')
--: end
])
from pg_catalog.pg_class c
join pg_catalog.pg_inherits i on i.inhrelid = c.oid
where c.oid = ${oid}
