--: if verbose
--: each search_configuration
--: if pattern
--: none Did not find any text search configuration named "${pattern}".
--: else
--: none Did not find any text search configurations.
--: end
select n.nspname, c.cfgname, c.oid,
  '"' || coalesce(n.nspname || '.', '') || c.cfgname || '"' as named,
  '"' || coalesce(np.nspname || '.', '') || p.prsname || '"' as parser
--: else
--: title List of text search configurations
select n.nspname as "Schema", c.cfgname as "Name", pg_catalog.obj_description(c.oid, 'pg_ts_config') as "Description"
--: end
from pg_catalog.pg_ts_config c
left join pg_catalog.pg_namespace n on n.oid = c.cfgnamespace
--: if verbose
join pg_catalog.pg_ts_parser p on p.oid = c.cfgparser
left join pg_catalog.pg_namespace np on np.oid = p.prsnamespace
--: end
where true
--: match 1 | schema n.nspname | name c.cfgname | visible pg_catalog.pg_ts_config_is_visible(c.oid) | parts 3
order by 1, 2
