--: title List of functions
--: if bad_option
--: if psql >= 18
--: refuse \df only takes [anptwSx+] as options
--: end
--: refuse \df only takes [anptwS+] as options
--: end
--: if p and pg < 11
--: refuse \df does not take a "p" option with server version ${server}
--: end
select n.nspname as "Schema", p.proname as "Name",
  pg_catalog.pg_get_function_result(p.oid) as "Result data type",
  pg_catalog.pg_get_function_arguments(p.oid) as "Argument data types",
--: if pg >= 11
  case p.prokind when 'a' then 'agg' when 'w' then 'window' when 'p' then 'proc' else 'func' end as "Type"
--: else
  case when p.proisagg then 'agg' when p.proiswindow then 'window'
    when p.prorettype = 'pg_catalog.trigger'::pg_catalog.regtype then 'trigger'
    else 'func' end as "Type"
--: end
--: if verbose
  , case p.provolatile when 'i' then 'immutable' when 's' then 'stable' when 'v' then 'volatile' end as "Volatility",
  case p.proparallel when 'r' then 'restricted' when 's' then 'safe' when 'u' then 'unsafe' end as "Parallel",
  pg_catalog.pg_get_userbyid(p.proowner) as "Owner",
  case when p.prosecdef then 'definer' else 'invoker' end as "Security",
--? psql >= 18 : case when p.proleakproof then 'yes' else 'no' end as "Leakproof?",
  ${acl p.proacl} as "Access privileges",
  l.lanname as "Language",
--: if psql >= 16
  case when l.lanname in ('internal', 'c') then p.prosrc end as "Internal name",
--: else
--? pg >= 14 : coalesce(pg_catalog.pg_get_function_sqlbody(p.oid), p.prosrc) as "Source code",
--? pg < 14 : p.prosrc as "Source code",
--: end
  pg_catalog.obj_description(p.oid, 'pg_proc') as "Description"
--: end
from pg_catalog.pg_proc p
left join pg_catalog.pg_namespace n on n.oid = p.pronamespace
${joins}
--? verbose : left join pg_catalog.pg_language l on l.oid = p.prolang
where true
--: if all or n and a and p and t and w
--: else
--: if n
--? not a and pg >= 11 : and p.prokind <> 'a'
--? not a and pg < 11 : and not p.proisagg
--? not p and pg >= 11 : and p.prokind <> 'p'
--? not t : and p.prorettype <> 'pg_catalog.trigger'::pg_catalog.regtype
--? not w and pg >= 11 : and p.prokind <> 'w'
--? not w and pg < 11 : and not p.proiswindow
--: else
and (false
--? a and pg >= 11 : or p.prokind = 'a'
--? a and pg < 11 : or p.proisagg
--? t : or p.prorettype = 'pg_catalog.trigger'::pg_catalog.regtype
--? p : or p.prokind = 'p'
--? w and pg >= 11 : or p.prokind = 'w'
--? w and pg < 11 : or p.proiswindow
)
--: end
--: end
--: match 1 | schema n.nspname | name p.proname | visible pg_catalog.pg_function_is_visible(p.oid) | parts 3
${arguments}
--? not system and not pattern : and n.nspname not in ('pg_catalog', 'information_schema')
order by 1, 2, 4
