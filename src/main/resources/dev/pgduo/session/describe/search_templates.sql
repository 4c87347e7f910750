--: title List of text search templates
select n.nspname as "Schema", t.tmplname as "Name",
--? verbose : t.tmplinit::pg_catalog.regproc as "Init", t.tmpllexize::pg_catalog.regproc as "Lexize",
  pg_catalog.obj_description(t.oid, 'pg_ts_template') as "Description"
from pg_catalog.pg_ts_template t
left join pg_catalog.pg_namespace n on n.oid = t.tmplnamespace
where true
--: match 1 | schema n.nspname | name t.tmplname | visible pg_catalog.pg_ts_template_is_visible(t.oid) | parts 3
order by 1, 2
