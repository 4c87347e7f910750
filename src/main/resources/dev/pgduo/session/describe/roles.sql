--: title List of roles
--: left
--: uncounted
select r.rolname as "Role name",
  pg_catalog.concat_ws(E'\n',
    nullif(pg_catalog.concat_ws(', ',
      case when r.rolsuper then 'Superuser' end,
      case when not r.rolinherit then 'No inheritance' end,
      case when r.rolcreaterole then 'Create role' end,
      case when r.rolcreatedb then 'Create DB' end,
      case when not r.rolcanlogin then 'Cannot login' end,
      case when r.rolreplication then 'Replication' end,
      case when r.rolbypassrls then 'Bypass RLS' end), ''),
    case when r.rolconnlimit = 0 then 'No connections' when r.rolconnlimit = 1 then '1 connection'
      when r.rolconnlimit > 1 then r.rolconnlimit || ' connections' end,
    'Password valid until ' || r.rolvaliduntil) as "Attributes"
--: if psql < 16
  , array(select b.rolname from pg_catalog.pg_auth_members m
    join pg_catalog.pg_roles b on b.oid = m.roleid where m.member = r.oid) as "Member of"
--: end
--? verbose : , pg_catalog.shobj_description(r.oid, 'pg_authid') as "Description"
from pg_catalog.pg_roles r
where true
--? not system and not pattern : and r.rolname !~ '^pg_'
--: match 1 | name r.rolname | parts 1
order by 1
