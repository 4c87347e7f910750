--: title List of tablespaces
select spcname as "Name", pg_catalog.pg_get_userbyid(spcowner) as "Owner",
  pg_catalog.pg_tablespace_location(oid) as "Location"
--: if verbose
  , ${acl spcacl} as "Access privileges",
  spcoptions as "Options",
  pg_catalog.pg_size_pretty(pg_catalog.pg_tablespace_size(oid)) as "Size",
  pg_catalog.shobj_description(oid, 'pg_tablespace') as "Description"
--: end
from pg_catalog.pg_tablespace
where true
--: match 1 | name spcname | parts 1
order by 1
