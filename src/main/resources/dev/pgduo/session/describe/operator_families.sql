--: title List of operator families
select am.amname as "AM",
  case when pg_catalog.pg_opfamily_is_visible(f.oid) then pg_catalog.format('%I', f.opfname)
    else pg_catalog.format('%I.%I', n.nspname, f.opfname) end as "Operator family",
  (select pg_catalog.string_agg(pg_catalog.format_type(c.opcintype, null), ', ')
    from pg_catalog.pg_opclass c where c.opcfamily = f.oid) as "Applicable types"
--? verbose : , pg_catalog.pg_get_userbyid(f.opfowner) as "Owner"
from pg_catalog.pg_opfamily f
left join pg_catalog.pg_am am on am.oid = f.opfmethod
left join pg_catalog.pg_namespace n on n.oid = f.opfnamespace
where true
--: match 1 | name am.amname | parts 1
--: if second_pattern
and exists (
  select from pg_catalog.pg_type t
  join pg_catalog.pg_opclass c on c.opcintype = t.oid
  left join pg_catalog.pg_namespace tn on tn.oid = t.typnamespace
  where c.opcfamily = f.oid
--: match 2 | schema tn.nspname | name t.typname | alt pg_catalog.format_type(t.oid, null) | visible pg_catalog.pg_type_is_visible(t.oid) | parts 3
)
--: end
order by 1, 2
