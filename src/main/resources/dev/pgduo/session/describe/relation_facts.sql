--: when kind rmfpIt and typed or kind rmfpIt and verbose or kind rmipIt and tablespace
select null, f.line
from pg_catalog.pg_class c
left join pg_catalog.pg_tablespace s on s.oid = c.reltablespace
--? pg >= 12 : left join pg_catalog.pg_am am on am.oid = c.relam
cross join lateral (values
--: if kind rmfpIt
  (1, 'Typed table of type: ' || nullif(c.reloftype, 0)::pg_catalog.regtype::pg_catalog.text),
--: if verbose and kind rm
  (2, case when c.relreplident not in ('i', case ${'schema'} when 'pg_catalog' then 'n' else 'd' end)
    then 'Replica Identity: ' || case c.relreplident when 'f' then 'FULL'
--? psql < 18 : when 'n' then 'NOTHING'
--? psql >= 18 : when 'd' then 'NOTHING'
      else '???' end end),
--: end
--: if pg < 12 and verbose and not kind m
  (3, case when c.relhasoids then 'Has OIDs: yes' end),
--: end
--: end
--? kind rmipIt : (4, 'Tablespace: "' || s.spcname || '"'),
--: if pg >= 12 and verbose and not hide_tableam and kind rmfpIt
  (5, 'Access method: ' || am.amname),
--: end
  (6, null)
) f(place, line)
where c.oid = ${oid} and f.line is not null
order by f.place
