--: title List of data types
select n.nspname as "Schema", pg_catalog.format_type(t.oid, null) as "Name",
--: if verbose
  t.typname as "Internal name",
  case when t.typrelid <> 0 then 'tuple' when t.typlen < 0 then 'var'
    else t.typlen::pg_catalog.text end as "Size",
  pg_catalog.array_to_string(array(
    select e.enumlabel from pg_catalog.pg_enum e where e.enumtypid = t.oid order by e.enumsortorder), E'\n') as "Elements",
  pg_catalog.pg_get_userbyid(t.typowner) as "Owner",
  ${acl t.typacl} as "Access privileges",
--: end
  pg_catalog.obj_description(t.oid, 'pg_type') as "Description"
from pg_catalog.pg_type t
left join pg_catalog.pg_namespace n on n.oid = t.typnamespace
where (t.typrelid = 0 or (select c.relkind = 'c' from pg_catalog.pg_class c where c.oid = t.typrelid))
--? not array : and not exists (select from pg_catalog.pg_type el where el.oid = t.typelem and el.typarray = t.oid)
--? not system and not pattern : and n.nspname not in ('pg_catalog', 'information_schema')
--: match 1 | type | schema n.nspname | name t.typname | alt pg_catalog.format_type(t.oid, null) | visible pg_catalog.pg_type_is_visible(t.oid) | parts 3
order by 1, 2
