--: when kind rmfpIt
select
--: if row_security
--? forced_security : 'Policies (forced row security enabled):'
--? not forced_security : 'Policies:'
--: else
  'Policies (row security disabled):'
--: end
  , '    POLICY "' || p.polname || '"'
--? pg >= 10 : || case when p.polpermissive then '' else ' AS RESTRICTIVE' end
  || case p.polcmd when 'r' then ' FOR SELECT' when 'a' then ' FOR INSERT' when 'w' then ' FOR UPDATE'
    when 'd' then ' FOR DELETE' else '' end
  || case when p.polroles = '{0}' then '' else E'\n      TO ' || pg_catalog.array_to_string(array(
    select rolname from pg_catalog.pg_roles where oid = any (p.polroles) order by 1), ',') end
  || coalesce(E'\n      USING (' || pg_catalog.pg_get_expr(p.polqual, p.polrelid) || ')', '')
  || coalesce(E'\n      WITH CHECK (' || pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid) || ')', ''),
  p.polname
from pg_catalog.pg_policy p
where p.polrelid = ${oid}
--: if row_security
union all
select
--? forced_security : 'Policies (forced row security enabled): (none)',
--? not forced_security : 'Policies (row security enabled): (none)',
  null, null
where not exists (select from pg_catalog.pg_policy where polrelid = ${oid})
--: end
order by 3
