--: when kind f
select null, pg_catalog.unnest(array['Server: ' || s.srvname, 'FDW options: (' || o.options || ')'])
from pg_catalog.pg_foreign_table f
join pg_catalog.pg_foreign_server s on s.oid = f.ftserver
cross join lateral (select nullif(pg_catalog.array_to_string(array(
  select pg_catalog.quote_ident(option_name) || ' ' || pg_catalog.quote_literal(option_value)
  from pg_catalog.pg_options_to_table(f.ftoptions)), ', '), '') as options) o
where f.ftrelid = ${oid}
