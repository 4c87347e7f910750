--: title List of domains
select n.nspname as "Schema", t.typname as "Name",
  pg_catalog.format_type(t.typbasetype, t.typtypmod) as "Type",
  (select c.collname from pg_catalog.pg_collation c, pg_catalog.pg_type b
    where c.oid = t.typcollation and b.oid = t.typbasetype and b.typcollation <> t.typcollation) as "Collation",
  case when t.typnotnull then 'not null' end as "Nullable",
  t.typdefault as "Default",
  pg_catalog.array_to_string(array(
    select pg_catalog.pg_get_constraintdef(r.oid, true) from pg_catalog.pg_constraint r where r.contypid = t.oid
--? psql >= 17 : and r.contype = 'c' order by r.conname
    ), ' ') as "Check"
--: if verbose
  , ${acl t.typacl} as "Access privileges", d.description as "Description"
--: end
from pg_catalog.pg_type t
left join pg_catalog.pg_namespace n on n.oid = t.typnamespace
--? verbose : left join pg_catalog.pg_description d on d.classoid = t.tableoid and d.objoid = t.oid and d.objsubid = 0
where t.typtype = 'd'
--? not system and not pattern : and n.nspname not in ('pg_catalog', 'information_schema')
--: match 1 | schema n.nspname | name t.typname | visible pg_catalog.pg_type_is_visible(t.oid) | parts 3
order by 1, 2
