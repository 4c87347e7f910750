--: title List of role grants
select m.rolname as "Role name", r.rolname as "Member of",
  pg_catalog.concat_ws(', ',
    case when a.admin_option then 'ADMIN' end,
--? pg >= 16 : case when a.inherit_option then 'INHERIT' end, case when a.set_option then 'SET' end
--? pg < 16 : case when m.rolinherit then 'INHERIT' end, 'SET'
  ) as "Options",
  g.rolname as "Grantor"
from pg_catalog.pg_roles m
join pg_catalog.pg_auth_members a on a.member = m.oid
left join pg_catalog.pg_roles r on r.oid = a.roleid
left join pg_catalog.pg_roles g on g.oid = a.grantor
where true
--? not system and not pattern : and m.rolname !~ '^pg_'
--: match 1 | name m.rolname | parts 1
order by 1, 2, 4
