--: if verbose
--: each extension
--: if pattern
--: none Did not find any extension named "${pattern}".
--: else
--: none Did not find any extensions.
--: end
select e.extname as name, e.oid
from pg_catalog.pg_extension e
where true
--: else
--: title List of installed extensions
select e.extname as "Name", e.extversion as "Version",
--? psql >= 18 : v.default_version as "Default version",
  n.nspname as "Schema", d.description as "Description"
from pg_catalog.pg_extension e
left join pg_catalog.pg_namespace n on n.oid = e.extnamespace
left join pg_catalog.pg_description d on d.objoid = e.oid and d.classoid = 'pg_catalog.pg_extension'::pg_catalog.regclass
--? psql >= 18 : left join pg_catalog.pg_available_extensions() v(name, default_version, comment) on v.name = e.extname
where true
--: end
--: match 1 | name e.extname | parts 1
order by 1
