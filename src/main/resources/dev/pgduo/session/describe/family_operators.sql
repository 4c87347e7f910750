--: title List of operators of operator families
select am.amname as "AM",
  case when pg_catalog.pg_opfamily_is_visible(f.oid) then pg_catalog.format('%I', f.opfname)
    else pg_catalog.format('%I.%I', n.nspname, f.opfname) end as "Operator family",
  o.amopopr::pg_catalog.regoperator as "Operator", o.amopstrategy as "Strategy",
  case o.amoppurpose when 'o' then 'ordering' when 's' then 'search' end as "Purpose"
--? verbose : , fs.opfname as "Sort opfamily"
--? verbose and psql >= 18 : , case when p.proleakproof then 'yes' else 'no' end as "Leakproof?"
from pg_catalog.pg_amop o
left join pg_catalog.pg_opfamily f on f.oid = o.amopfamily
left join pg_catalog.pg_am am on am.oid = f.opfmethod and am.oid = o.amopmethod
left join pg_catalog.pg_namespace n on n.oid = f.opfnamespace
--? verbose : left join pg_catalog.pg_opfamily fs on fs.oid = o.amopsortfamily
--: if verbose and psql >= 18
left join pg_catalog.pg_operator op on op.oid = o.amopopr
left join pg_catalog.pg_proc p on p.oid = op.oprcode
--: end
where true
--: match 1 | name am.amname | parts 1
--: match 2 | schema n.nspname | name f.opfname | parts 3
order by 1, 2, o.amoplefttype = o.amoprighttype desc,
  pg_catalog.format_type(o.amoplefttype, null), pg_catalog.format_type(o.amoprighttype, null), o.amopstrategy
