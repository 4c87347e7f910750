--: title List of aggregate functions
select n.nspname as "Schema", p.proname as "Name",
  pg_catalog.format_type(p.prorettype, null) as "Result data type",
  case p.pronargs when 0 then '*'::pg_catalog.text
    else pg_catalog.pg_get_function_arguments(p.oid) end as "Argument data types",
  pg_catalog.obj_description(p.oid, 'pg_proc') as "Description"
from pg_catalog.pg_proc p
left join pg_catalog.pg_namespace n on n.oid = p.pronamespace
--? pg >= 11 : where p.prokind = 'a'
--? pg < 11 : where p.proisagg
--? not system and not pattern : and n.nspname not in ('pg_catalog', 'information_schema')
--: match 1 | schema n.nspname | name p.proname | visible pg_catalog.pg_function_is_visible(p.oid) | parts 3
order by 1, 2, 4
