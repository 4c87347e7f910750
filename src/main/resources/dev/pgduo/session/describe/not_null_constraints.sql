--: when psql >= 18 and verbose and kind rmfpIt
select 'Not-null constraints:', '    "' || r.conname || '" NOT NULL "' || a.attname || '"'
  || case when r.connoinherit then ' NO INHERIT' when r.conislocal and r.coninhcount <> 0 then ' (local, inherited)'
    when r.coninhcount <> 0 then ' (inherited)' else '' end
  || case when r.convalidated then '' else ' NOT VALID' end
from pg_catalog.pg_constraint r
join pg_catalog.pg_attribute a on a.attrelid = r.conrelid and a.attnum = r.conkey[1]
where r.contype = 'n' and r.conrelid = ${oid}
order by a.attnum
