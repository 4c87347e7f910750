--: title Object descriptions
select distinct o.nspname as "Schema", o.name as "Name", o.object as "Object", d.description as "Description"
from (
  select r.oid, r.tableoid, n.nspname, r.conname::pg_catalog.text as name, 'table constraint'::pg_catalog.text as object
  from pg_catalog.pg_constraint r
  join pg_catalog.pg_class c on c.oid = r.conrelid
  left join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  where true
--? not system and not pattern : and n.nspname not in ('pg_catalog', 'information_schema')
--: match 1 | schema n.nspname | name r.conname | visible pg_catalog.pg_table_is_visible(c.oid) | parts 3
  union all
  select r.oid, r.tableoid, n.nspname, r.conname, 'domain constraint'
  from pg_catalog.pg_constraint r
  join pg_catalog.pg_type t on t.oid = r.contypid
  left join pg_catalog.pg_namespace n on n.oid = t.typnamespace
  where true
--? not system and not pattern : and n.nspname not in ('pg_catalog', 'information_schema')
--: match 1 | schema n.nspname | name r.conname | visible pg_catalog.pg_type_is_visible(t.oid) | parts 3
  union all
  select c.oid, c.tableoid, n.nspname, c.opcname, 'operator class'
  from pg_catalog.pg_opclass c
  join pg_catalog.pg_am am on am.oid = c.opcmethod
  join pg_catalog.pg_namespace n on n.oid = c.opcnamespace
  where true
--? not system and not pattern : and n.nspname not in ('pg_catalog', 'information_schema')
--: match 1 | schema n.nspname | name c.opcname | visible pg_catalog.pg_opclass_is_visible(c.oid) | parts 3
  union all
  select f.oid, f.tableoid, n.nspname, f.opfname, 'operator family'
  from pg_catalog.pg_opfamily f
  join pg_catalog.pg_am am on am.oid = f.opfmethod
  join pg_catalog.pg_namespace n on n.oid = f.opfnamespace
  where true
--? not system and not pattern : and n.nspname not in ('pg_catalog', 'information_schema')
--: match 1 | schema n.nspname | name f.opfname | visible pg_catalog.pg_opfamily_is_visible(f.oid) | parts 3
  union all
  select r.oid, r.tableoid, n.nspname, r.rulename, 'rule'
  from pg_catalog.pg_rewrite r
  join pg_catalog.pg_class c on c.oid = r.ev_class
  left join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  where r.rulename <> '_RETURN'
--? not system and not pattern : and n.nspname not in ('pg_catalog', 'information_schema')
--: match 1 | schema n.nspname | name r.rulename | visible pg_catalog.pg_table_is_visible(c.oid) | parts 3
  union all
  select t.oid, t.tableoid, n.nspname, t.tgname, 'trigger'
  from pg_catalog.pg_trigger t
  join pg_catalog.pg_class c on c.oid = t.tgrelid
  left join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  where true
--? not system and not pattern : and n.nspname not in ('pg_catalog', 'information_schema')
--: match 1 | schema n.nspname | name t.tgname | visible pg_catalog.pg_table_is_visible(c.oid) | parts 3
) o
join pg_catalog.pg_description d on d.objoid = o.oid and d.classoid = o.tableoid and d.objsubid = 0
order by 1, 2, 3
