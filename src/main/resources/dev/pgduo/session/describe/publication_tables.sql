--: when not all_tables
select 'Tables:', '    "' || n.nspname || '.' || c.relname || '"'
--: if pg >= 15
  || case when pr.prattrs is null then '' else ' (' || pg_catalog.array_to_string(array(
    select a.attname
    from pg_catalog.generate_series(0, pg_catalog.array_upper(pr.prattrs::pg_catalog.int2[], 1)) s,
      pg_catalog.pg_attribute a
    where a.attrelid = c.oid and a.attnum = pr.prattrs[s]), ', ') || ')' end
  || coalesce(' WHERE ' || pg_catalog.pg_get_expr(pr.prqual, c.oid), '')
--: end
from pg_catalog.pg_publication_rel pr
join pg_catalog.pg_class c on c.oid = pr.prrelid
join pg_catalog.pg_namespace n on n.oid = c.relnamespace
where pr.prpubid = ${oid}
order by n.nspname, c.relname
