--: when triggers
select case when t.tgenabled = 'O' then 'Triggers:' when t.tgenabled = 'A' then 'Triggers firing always:'
    when t.tgenabled = 'R' then 'Triggers firing on replica only:'
    when t.tgisinternal then 'Disabled internal triggers:' else 'Disabled user triggers:' end,
  '    ' || case pg_catalog.strpos(f.def, ' TRIGGER ') when 0 then f.def
    else pg_catalog.substr(f.def, pg_catalog.strpos(f.def, ' TRIGGER ') + 9) end
--: if pg >= 13
  || coalesce(', ON TABLE ' || case when t.tgparentid <> 0 then (
    select u.tgrelid::pg_catalog.regclass::pg_catalog.text
    from pg_catalog.pg_trigger u
    join pg_catalog.pg_partition_ancestors(t.tgrelid) with ordinality a(relid, depth) on a.relid = u.tgrelid
    where u.tgname = t.tgname and u.tgparentid = 0
    order by a.depth limit 1) end, '')
--: end
from pg_catalog.pg_trigger t
cross join lateral (select pg_catalog.pg_get_triggerdef(t.oid, true) as def) f
where t.tgrelid = ${oid}
and (not t.tgisinternal or t.tgenabled = 'D'
--: if pg >= 11 and pg < 15
  or exists (select from pg_catalog.pg_depend d
    where d.objid = t.oid and d.refclassid = 'pg_catalog.pg_trigger'::pg_catalog.regclass)
--: end
)
order by case t.tgenabled when 'O' then 0 when 'D' then case when t.tgisinternal then 2 else 1 end when 'A' then 3 else 4 end,
  t.tgname
