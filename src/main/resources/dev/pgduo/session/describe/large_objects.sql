--: title Large objects
select oid as "ID", pg_catalog.pg_get_userbyid(lomowner) as "Owner",
--? verbose : ${acl lomacl} as "Access privileges",
  pg_catalog.obj_description(oid, 'pg_largeobject') as "Description"
from pg_catalog.pg_largeobject_metadata
order by oid
