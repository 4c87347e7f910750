--: title Default access privileges
select pg_catalog.pg_get_userbyid(d.defaclrole) as "Owner", n.nspname as "Schema",
  case d.defaclobjtype when 'r' then 'table' when 'S' then 'sequence' when 'f' then 'function'
    when 'T' then 'type' when 'n' then 'schema'
--? psql >= 18 : when 'L' then 'large object'
    end as "Type",
  ${acl d.defaclacl} as "Access privileges"
from pg_catalog.pg_default_acl d
left join pg_catalog.pg_namespace n on n.oid = d.defaclnamespace
where true
--: match 1 | name n.nspname | alt pg_catalog.pg_get_userbyid(d.defaclrole) | parts 3
order by 1, 2, 3
