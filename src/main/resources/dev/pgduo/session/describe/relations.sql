--: title List of ${relations}
--: if pattern and psql >= 18
--: none Did not find any ${relations} named "${pattern}".
--: end
--: if pattern
--: none Did not find any relation named "${pattern}".
--: else
--: none Did not find any ${relations}.
--: end
select n.nspname as "Schema", c.relname as "Name",
  case c.relkind when 'r' then 'table' when 'v' then 'view' when 'm' then 'materialized view' when 'i' then 'index'
    when 'S' then 'sequence' when 't' then 'TOAST table' when 'f' then 'foreign table' when 'p' then 'partitioned table'
    when 'I' then 'partitioned index' end as "Type",
  pg_catalog.pg_get_userbyid(c.relowner) as "Owner"
--? i : , ic.relname as "Table"
--: if verbose
  , case c.relpersistence when 'p' then 'permanent' when 't' then 'temporary' when 'u' then 'unlogged' end as "Persistence",
--: if pg >= 12 and not hide_tableam
--? all or t or m or i : am.amname as "Access method",
--: end
  pg_catalog.pg_size_pretty(pg_catalog.pg_table_size(c.oid)) as "Size",
  pg_catalog.obj_description(c.oid, 'pg_class') as "Description"
--: end
from pg_catalog.pg_class c
left join pg_catalog.pg_namespace n on n.oid = c.relnamespace
--? verbose and pg >= 12 : left join pg_catalog.pg_am am on am.oid = c.relam
--: if i
left join pg_catalog.pg_index x on x.indexrelid = c.oid
left join pg_catalog.pg_class ic on ic.oid = x.indrelid
--: end
where c.relkind in (''
--? all or t : , 'r', 'p'
--: if system or pattern
--? all or t : , 't'
, 's'
--: end
--? all or v : , 'v'
--? all or m : , 'm'
--? i : , 'i', 'I'
--? all or s : , 'S'
--? all or E : , 'f'
)
--? not system and not pattern : and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_toast'
--: match 1 | schema n.nspname | name c.relname | visible pg_catalog.pg_table_is_visible(c.oid) | parts 3
order by 1, 2
