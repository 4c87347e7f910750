--: each columns
--: each sequence
--: none Did not find any relation named "${pattern}".
select c.oid, c.relkind as kind,
  pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname) as qualified,
  n.nspname as schema,
  case when c.relpersistence = 'u' and c.relkind in ('r', 'm', 'i', 'I', 'p', 'S')
    then 'Unlogged ' || case c.relkind when 'r' then 'table' when 'm' then 'materialized view' when 'i' then 'index'
      when 'I' then 'partitioned index' when 'p' then 'partitioned table' else 'sequence' end
    else case c.relkind when 'r' then 'Table' when 'v' then 'View' when 'm' then 'Materialized view' when 'i' then 'Index'
      when 'I' then 'Partitioned index' when 't' then 'TOAST table' when 'c' then 'Composite type'
      when 'f' then 'Foreign table' when 'p' then 'Partitioned table' when 'S' then 'Sequence'
      else '?' || c.relkind::pg_catalog.text || '?' end
  end || ' "' || n.nspname || '.' || c.relname || '"' as title,
  c.relchecks > 0 as checks, c.relhasindex as indexes, c.relhasrules as rules, c.relhastriggers as triggers,
  c.relrowsecurity as row_security, c.relforcerowsecurity as forced_security,
  c.reltablespace <> 0 as tablespace, c.reloftype <> 0 as typed,
--? pg >= 10 : c.relispartition as partition
--? pg < 10 : false as partition
from pg_catalog.pg_class c
left join pg_catalog.pg_namespace n on n.oid = c.relnamespace
where true
--: match 1 | schema n.nspname | name c.relname | visible pg_catalog.pg_table_is_visible(c.oid) | parts 3
order by n.nspname, c.relname
