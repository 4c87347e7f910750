--: title List of foreign tables
select n.nspname as "Schema", c.relname as "Table", s.srvname as "Server"
--: if verbose
  , case when f.ftoptions is null then '' else '(' || pg_catalog.array_to_string(array(
    select pg_catalog.quote_ident(option_name) || ' ' || pg_catalog.quote_literal(option_value)
    from pg_catalog.pg_options_to_table(f.ftoptions)), ', ') || ')' end as "FDW options",
  d.description as "Description"
--: end
from pg_catalog.pg_foreign_table f
join pg_catalog.pg_class c on c.oid = f.ftrelid
join pg_catalog.pg_namespace n on n.oid = c.relnamespace
join pg_catalog.pg_foreign_server s on s.oid = f.ftserver
--? verbose : left join pg_catalog.pg_description d on d.classoid = c.tableoid and d.objoid = c.oid and d.objsubid = 0
where true
--: match 1 | schema n.nspname | name c.relname | visible pg_catalog.pg_table_is_visible(c.oid) | parts 3
order by 1, 2
