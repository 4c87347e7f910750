--: title List of operators
select n.nspname as "Schema", o.oprname as "Name",
  case when o.oprkind <> 'l' then pg_catalog.format_type(o.oprleft, null) end as "Left arg type",
  case when o.oprkind <> 'r' then pg_catalog.format_type(o.oprright, null) end as "Right arg type",
  pg_catalog.format_type(o.oprresult, null) as "Result type",
--? verbose : o.oprcode as "Function",
--? verbose and psql >= 18 : case when p.proleakproof then 'yes' else 'no' end as "Leakproof?",
  coalesce(pg_catalog.obj_description(o.oid, 'pg_operator'),
    pg_catalog.obj_description(o.oprcode, 'pg_proc')) as "Description"
from pg_catalog.pg_operator o
left join pg_catalog.pg_namespace n on n.oid = o.oprnamespace
${joins}
--? verbose and psql >= 18 : left join pg_catalog.pg_proc p on p.oid = o.oprcode
where true
--? not system and not pattern : and n.nspname not in ('pg_catalog', 'information_schema')
--: match 1 | escape | schema n.nspname | name o.oprname | visible pg_catalog.pg_operator_is_visible(o.oid) | parts 3
--? one_argument : and o.oprleft = 0
${arguments}
order by 1, 2, 3, 4
