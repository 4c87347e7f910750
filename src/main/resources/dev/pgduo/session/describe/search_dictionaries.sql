--: title List of text search dictionaries
select n.nspname as "Schema", d.dictname as "Name",
--: if verbose
  (select coalesce(nt.nspname, '(null)')::pg_catalog.text || '.' || t.tmplname
   from pg_catalog.pg_ts_template t left join pg_catalog.pg_namespace nt on nt.oid = t.tmplnamespace
   where t.oid = d.dicttemplate) as "Template",
  d.dictinitoption as "Init options",
--: end
  pg_catalog.obj_description(d.oid, 'pg_ts_dict') as "Description"
from pg_catalog.pg_ts_dict d
left join pg_catalog.pg_namespace n on n.oid = d.dictnamespace
where true
--: match 1 | schema n.nspname | name d.dictname | visible pg_catalog.pg_ts_dict_is_visible(d.oid) | parts 3
order by 1, 2
