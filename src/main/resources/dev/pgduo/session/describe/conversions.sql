--: title List of conversions
select n.nspname as "Schema", c.conname as "Name",
  pg_catalog.pg_encoding_to_char(c.conforencoding) as "Source",
  pg_catalog.pg_encoding_to_char(c.contoencoding) as "Destination",
  case when c.condefault then 'yes' else 'no' end as "Default?"
--? verbose : , d.description as "Description"
from pg_catalog.pg_conversion c
join pg_catalog.pg_namespace n on n.oid = c.connamespace
--? verbose : left join pg_catalog.pg_description d on d.classoid = c.tableoid and d.objoid = c.oid and d.objsubid = 0
where true
--? not system and not pattern : and n.nspname not in ('pg_catalog', 'information_schema')
--: match 1 | schema n.nspname | name c.conname | visible pg_catalog.pg_conversion_is_visible(c.oid) | parts 3
order by 1, 2
