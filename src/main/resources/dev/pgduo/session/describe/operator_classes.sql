--: title List of operator classes
select am.amname as "AM", pg_catalog.format_type(c.opcintype, null) as "Input type",
  case when c.opckeytype not in (0, c.opcintype) then pg_catalog.format_type(c.opckeytype, null) end as "Storage type",
  case when pg_catalog.pg_opclass_is_visible(c.oid) then pg_catalog.format('%I', c.opcname)
    else pg_catalog.format('%I.%I', n.nspname, c.opcname) end as "Operator class",
  case when c.opcdefault then 'yes' else 'no' end as "Default?"
--: if verbose
  , case when pg_catalog.pg_opfamily_is_visible(f.oid) then pg_catalog.format('%I', f.opfname)
    else pg_catalog.format('%I.%I', nf.nspname, f.opfname) end as "Operator family",
  pg_catalog.pg_get_userbyid(c.opcowner) as "Owner"
--: end
from pg_catalog.pg_opclass c
left join pg_catalog.pg_am am on am.oid = c.opcmethod
left join pg_catalog.pg_namespace n on n.oid = c.opcnamespace
left join pg_catalog.pg_type t on t.oid = c.opcintype
left join pg_catalog.pg_namespace tn on tn.oid = t.typnamespace
--: if verbose
left join pg_catalog.pg_opfamily f on f.oid = c.opcfamily
left join pg_catalog.pg_namespace nf on nf.oid = f.opfnamespace
--: end
where true
--: match 1 | name am.amname | parts 1
--: if second_pattern
--: match 2 | schema tn.nspname | name t.typname | alt pg_catalog.format_type(t.oid, null) | visible pg_catalog.pg_type_is_visible(t.oid) | parts 3
--: end
order by 1, 2, 4
