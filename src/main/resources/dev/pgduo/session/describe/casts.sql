--: title List of casts
select pg_catalog.format_type(c.castsource, null) as "Source type",
  pg_catalog.format_type(c.casttarget, null) as "Target type",
  case c.castmethod when 'b' then '(binary coercible)' when 'i' then '(with inout)' else p.proname end as "Function",
  case c.castcontext when 'e' then 'no' when 'a' then 'in assignment' else 'yes' end as "Implicit?"
--? verbose and psql >= 18 : , case when p.proleakproof then 'yes' else 'no' end as "Leakproof?"
--? verbose : , d.description as "Description"
from pg_catalog.pg_cast c
left join pg_catalog.pg_proc p on p.oid = c.castfunc
left join pg_catalog.pg_type ts on ts.oid = c.castsource
left join pg_catalog.pg_namespace ns on ns.oid = ts.typnamespace
left join pg_catalog.pg_type tt on tt.oid = c.casttarget
left join pg_catalog.pg_namespace nt on nt.oid = tt.typnamespace
--? verbose : left join pg_catalog.pg_description d on d.classoid = c.tableoid and d.objoid = c.oid and d.objsubid = 0
where ((true
--: match 1 | schema ns.nspname | name ts.typname | alt pg_catalog.format_type(ts.oid, null) | visible pg_catalog.pg_type_is_visible(ts.oid) | parts 3
) or (true
--: match 1 | schema nt.nspname | name tt.typname | alt pg_catalog.format_type(tt.oid, null) | visible pg_catalog.pg_type_is_visible(tt.oid) | parts 3
))
order by 1, 2
