--: when pg >= 10 and kind rmfpIt
select 'Statistics objects:',
  '    "' || e.stxnamespace::pg_catalog.regnamespace::pg_catalog.text || '.' || e.stxname || '"'
--: if pg >= 14
  || case when k.kinds in ('', 'ndistinct, dependencies, mcv') then '' else ' (' || k.kinds || ')' end
  || ' ON ' || pg_catalog.pg_get_statisticsobjdef_columns(e.oid)
--: else
  || ' (' || k.kinds || ') ON ' || coalesce((
    select pg_catalog.string_agg(pg_catalog.quote_ident(a.attname), ', ')
    from pg_catalog.unnest(e.stxkeys) s(attnum)
    join pg_catalog.pg_attribute a on a.attrelid = e.stxrelid and a.attnum = s.attnum and not a.attisdropped), '')
--: end
  || ' FROM ' || e.stxrelid::pg_catalog.regclass::pg_catalog.text
--? pg >= 13 : || case when e.stxstattarget <> -1 then '; STATISTICS ' || e.stxstattarget else '' end
from pg_catalog.pg_statistic_ext e
cross join lateral (select pg_catalog.concat_ws(', ',
  case when 'd' = any (e.stxkind) then 'ndistinct' end,
  case when 'f' = any (e.stxkind) then 'dependencies' end,
  case when 'm' = any (e.stxkind) then 'mcv' end) as kinds) k
where e.stxrelid = ${oid}
--? pg >= 14 : order by e.stxnamespace::pg_catalog.regnamespace::pg_catalog.text, e.stxname
--? pg < 14 : order by e.oid
