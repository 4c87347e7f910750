--: when verbose
select null, 'Options: ' || o.options
from pg_catalog.pg_class c
left join pg_catalog.pg_class t on t.oid = c.reltoastrelid
cross join lateral (select nullif(pg_catalog.array_to_string(
  c.reloptions || array(select 'toast.' || x from pg_catalog.unnest(t.reloptions) x), ', '), '') as options) o
where c.oid = ${oid} and o.options is not null
