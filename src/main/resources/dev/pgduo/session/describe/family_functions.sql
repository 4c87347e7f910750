--: title List of support functions of operator families
select am.amname as "AM",
  case when pg_catalog.pg_opfamily_is_visible(f.oid) then pg_catalog.format('%I', f.opfname)
    else pg_catalog.format('%I.%I', n.nspname, f.opfname) end as "Operator family",
  pg_catalog.format_type(a.amproclefttype, null) as "Registered left type",
  pg_catalog.format_type(a.amprocrighttype, null) as "Registered right type",
  a.amprocnum as "Number",
--? verbose : a.amproc::pg_catalog.regprocedure as "Function"
--? not verbose : p.proname as "Function"
from pg_catalog.pg_amproc a
left join pg_catalog.pg_opfamily f on f.oid = a.amprocfamily
left join pg_catalog.pg_am am on am.oid = f.opfmethod
left join pg_catalog.pg_namespace n on n.oid = f.opfnamespace
left join pg_catalog.pg_proc p on p.oid = a.amproc
where true
--: match 1 | name am.amname | parts 1
--: match 2 | schema n.nspname | name f.opfname | parts 3
order by 1, 2, a.amproclefttype = a.amprocrighttype desc, 3, 4, 5
