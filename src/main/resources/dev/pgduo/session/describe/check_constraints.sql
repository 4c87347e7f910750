--: when checks and kind rmfpIt
select 'Check constraints:', '    "' || conname || '" ' || pg_catalog.pg_get_constraintdef(oid, true)
from pg_catalog.pg_constraint
where conrelid = ${oid} and contype = 'c'
order by conname
