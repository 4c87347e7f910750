--: when verbose and kind vm
select 'View definition:', pg_catalog.pg_get_viewdef(${oid}::pg_catalog.oid, true)
