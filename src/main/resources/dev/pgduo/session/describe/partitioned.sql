--: if pg < 10
--: refuse The server (version ${server}) does not support declarative table partitioning.
--: end
--: if i and not t
--: title List of partitioned indexes
--: end
--: if t and not i
--: title List of partitioned tables
--: end
--: title List of partitioned relations
select n.nspname as "Schema", c.relname as "Name", pg_catalog.pg_get_userbyid(c.relowner) as "Owner"
--? t and i or not t and not i : , case c.relkind when 'p' then 'partitioned table' when 'I' then 'partitioned index' end as "Type"
--? n or pattern : , h.inhparent::pg_catalog.regclass as "Parent name"
--? i or not t : , ic.oid::pg_catalog.regclass as "Table"
--: if verbose
--? psql >= 18 : , am.amname as "Access method"
--? n : , s.dps as "Leaf partition size"
  , s.tps as "Total size", pg_catalog.obj_description(c.oid, 'pg_class') as "Description"
--: end
from pg_catalog.pg_class c
left join pg_catalog.pg_namespace n on n.oid = c.relnamespace
--: if i or not t
left join pg_catalog.pg_index x on x.indexrelid = c.oid
left join pg_catalog.pg_class ic on ic.oid = x.indrelid
--: end
--? n or pattern : left join pg_catalog.pg_inherits h on h.inhrelid = c.oid
--: if verbose
--? psql >= 18 : left join pg_catalog.pg_am am on am.oid = c.relam
cross join lateral (
--: if pg >= 12
  select pg_catalog.pg_size_pretty(sum(
      case when t.isleaf and t.level = 1 then pg_catalog.pg_table_size(t.relid) else 0 end)) as dps,
    pg_catalog.pg_size_pretty(sum(pg_catalog.pg_table_size(t.relid))) as tps
  from pg_catalog.pg_partition_tree(c.oid) t
--: else
  with recursive below as (
    select inhrelid as oid, 1 as level from pg_catalog.pg_inherits where inhparent = c.oid
    union all
    select i.inhrelid, b.level + 1 from pg_catalog.pg_inherits i join below b on b.oid = i.inhparent)
  select pg_catalog.pg_size_pretty(sum(pg_catalog.pg_table_size(oid))) as tps,
    pg_catalog.pg_size_pretty(sum(case level when 1 then pg_catalog.pg_table_size(oid) else 0 end)) as dps
  from below
--: end
) s
--: end
where c.relkind in (''
--? t or not i : , 'p'
--? i or not t : , 'I'
)
--: if not pattern
--? not n : and not c.relispartition
and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_toast'
--: end
--: match 1 | schema n.nspname | name c.relname | visible pg_catalog.pg_table_is_visible(c.oid) | parts 3
order by "Schema"
--? t and i or not t and not i : , "Type" desc
--? n or pattern : , "Parent name" nulls first
, "Name"
