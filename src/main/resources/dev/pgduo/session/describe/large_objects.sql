--: title Large objects
select oid as "ID", pg_catalog.pg_get_userbyid(lomowner) as "Owner",
--? verbose : pg_catalog.array_to_string(lomacl, E'\n') as "Access privileges",
  pg_catalog.obj_description(oid, 'pg_largeobject') as "Description"
from pg_catalog.pg_largeobject_metadata
order by oid
