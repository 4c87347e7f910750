--: when triggers and kind rmfpIt or kind p or psql >= 18 and kind rmfpIt
select 'Referenced by:', '    TABLE "' || conrelid::pg_catalog.regclass::pg_catalog.text || '" CONSTRAINT "' || conname || '" '
  || pg_catalog.pg_get_constraintdef(oid, true)
from pg_catalog.pg_constraint
where contype = 'f'
--: if pg >= 12
and (confrelid = ${oid} or confrelid in (select relid from pg_catalog.pg_partition_ancestors(${oid}) a(relid)))
and conparentid = 0
--: else
and confrelid = ${oid}
--: end
order by conname
