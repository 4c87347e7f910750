--: title Access privileges
select n.nspname as "Schema", c.relname as "Name",
  case c.relkind when 'r' then 'table' when 'v' then 'view' when 'm' then 'materialized view' when 'S' then 'sequence'
    when 'f' then 'foreign table' when 'p' then 'partitioned table' end as "Type",
  ${acl c.relacl} as "Access privileges",
  pg_catalog.array_to_string(array(
    select a.attname || E':\n  ' || pg_catalog.array_to_string(a.attacl, E'\n  ')
    from pg_catalog.pg_attribute a
    where a.attrelid = c.oid and not a.attisdropped and a.attacl is not null), E'\n') as "Column privileges",
  pg_catalog.array_to_string(array(
    select pol.polname
--? pg >= 10 : || case when pol.polpermissive then '' else ' (RESTRICTIVE)' end
      || case pol.polcmd when '*' then ':' else ' (' || pol.polcmd::pg_catalog.text || '):' end
      || coalesce(E'\n  (u): ' || pg_catalog.pg_get_expr(pol.polqual, pol.polrelid), '')
      || coalesce(E'\n  (c): ' || pg_catalog.pg_get_expr(pol.polwithcheck, pol.polrelid), '')
      || case when pol.polroles <> '{0}' then E'\n  to: ' || pg_catalog.array_to_string(array(
           select r.rolname from pg_catalog.pg_roles r where r.oid = any (pol.polroles) order by 1), ', ')
         else '' end
    from pg_catalog.pg_policy pol where pol.polrelid = c.oid), E'\n') as "Policies"
from pg_catalog.pg_class c
left join pg_catalog.pg_namespace n on n.oid = c.relnamespace
where c.relkind in ('r', 'v', 'm', 'S', 'f', 'p')
--: if psql >= 16
--? not system and not pattern : and n.nspname not in ('pg_catalog', 'information_schema')
--: match 1 | schema n.nspname | name c.relname | visible pg_catalog.pg_table_is_visible(c.oid) | parts 3
--: else
--: match 1 | schema n.nspname | name c.relname | visible n.nspname !~ '^pg_' and pg_catalog.pg_table_is_visible(c.oid) | parts 3
--: end
order by 1, 2
