--: title List of schemas
--: footer schema_publications
select n.nspname as "Name", pg_catalog.pg_get_userbyid(n.nspowner) as "Owner"
--: if verbose
  , ${acl n.nspacl} as "Access privileges",
  pg_catalog.obj_description(n.oid, 'pg_namespace') as "Description"
--: end
from pg_catalog.pg_namespace n
where true
--? not system and not pattern : and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
--: match 1 | name n.nspname | parts 2
order by 1
