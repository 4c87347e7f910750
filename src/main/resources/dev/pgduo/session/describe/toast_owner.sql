--: when kind t
select null, 'Owning table: "' || n.nspname || '.' || c.relname || '"'
from pg_catalog.pg_class c
join pg_catalog.pg_namespace n on n.oid = c.relnamespace
where c.reltoastrelid = ${oid}
