select case when c.relkind <> 'v' then '"' || n.nspname || '.' || c.relname || '" is not a view' end,
  'CREATE OR REPLACE VIEW ' || pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname)
  || coalesce(E'\n WITH (' || o.options || ')', '')
  || E' AS\n' || pg_catalog.regexp_replace(pg_catalog.pg_get_viewdef(c.oid, true), ';$', '')
  || case when 'check_option=local' = any (c.reloptions) then E'\n WITH LOCAL CHECK OPTION'
    when 'check_option=cascaded' = any (c.reloptions) then E'\n WITH CASCADED CHECK OPTION' else '' end
from pg_catalog.pg_class c
left join pg_catalog.pg_namespace n on n.oid = c.relnamespace
cross join lateral (
  select pg_catalog.string_agg(pg_catalog.quote_ident(option_name) || '='
    || case when pg_catalog.quote_ident(option_value) = option_value then option_value
      else pg_catalog.quote_literal(option_value) end, ', ') as options
  from pg_catalog.pg_options_to_table(c.reloptions)
  where option_name <> 'check_option' or option_value not in ('local', 'cascaded')) o
where c.oid = ${'name'}::pg_catalog.regclass
