--: title Objects in extension "${name}"
select pg_catalog.pg_describe_object(classid, objid, 0) as "Object description"
from pg_catalog.pg_depend
where refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass and refobjid = ${oid} and deptype = 'e'
order by 1
