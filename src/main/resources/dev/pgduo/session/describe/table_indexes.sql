--: when indexes and kind rmfpIt
select 'Indexes:', '    "' || c.relname || '"'
  || case when r.contype = 'x'
--? pg >= 18 and psql >= 18 : or r.conperiod
    then ' ' || pg_catalog.pg_get_constraintdef(r.oid, true)
     else
       case when i.indisprimary then ' PRIMARY KEY,' when i.indisunique and r.contype = 'u' then ' UNIQUE CONSTRAINT,'
         when i.indisunique then ' UNIQUE,' else '' end
       || ' ' || case pg_catalog.strpos(f.def, ' USING ') when 0 then f.def
         else pg_catalog.substr(f.def, pg_catalog.strpos(f.def, ' USING ') + 7) end
       || case when r.condeferrable then ' DEFERRABLE' else '' end
       || case when r.condeferred then ' INITIALLY DEFERRED' else '' end
     end
  || case when i.indisclustered then ' CLUSTER' else '' end
  || case when i.indisvalid then '' else ' INVALID' end
  || case when i.indisreplident then ' REPLICA IDENTITY' else '' end
  || coalesce(', tablespace "' || s.spcname || '"', '')
from pg_catalog.pg_index i
join pg_catalog.pg_class c on c.oid = i.indexrelid
cross join lateral (select pg_catalog.pg_get_indexdef(i.indexrelid, 0, true) as def) f
left join pg_catalog.pg_constraint r on r.conrelid = i.indrelid and r.conindid = i.indexrelid and r.contype in ('p', 'u', 'x')
left join pg_catalog.pg_tablespace s on s.oid = c.reltablespace
where i.indrelid = ${oid}
order by i.indisprimary desc, c.relname
