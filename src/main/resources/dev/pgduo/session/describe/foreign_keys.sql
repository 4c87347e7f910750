--: when triggers and kind rmfpIt or kind p or psql >= 18 and kind rmfpIt
--: if pg >= 12 and partition or pg >= 12 and kind p
select 'Foreign-key constraints:',
  case when conrelid = ${oid} then '    "' else '    TABLE "' || conrelid::pg_catalog.regclass::pg_catalog.text || '" CONSTRAINT "' end
  || conname || '" ' || pg_catalog.pg_get_constraintdef(oid, true)
from pg_catalog.pg_constraint
join pg_catalog.pg_partition_ancestors(${oid}) a on a.relid = conrelid
where contype = 'f' and conparentid = 0
order by conrelid = ${oid} desc, conname
--: else
select 'Foreign-key constraints:', '    "' || conname || '" ' || pg_catalog.pg_get_constraintdef(oid, true)
from pg_catalog.pg_constraint
where conrelid = ${oid} and contype = 'f'
--? pg >= 12 : and conparentid = 0
order by conname
--: end
