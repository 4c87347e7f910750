--: when kind iI
select null,
  case when i.indisprimary then 'primary key, '
--? pg >= 15 : when i.indisunique and i.indnullsnotdistinct then 'unique nulls not distinct, '
    when i.indisunique then 'unique, ' else '' end
  || am.amname || ', for table "' || ${'schema'} || '.' || t.relname || '"'
  || coalesce(', predicate (' || pg_catalog.pg_get_expr(i.indpred, i.indrelid, true) || ')', '')
  || case when i.indisclustered then ', clustered' else '' end
  || case when i.indisvalid then '' else ', invalid' end
  || case when not i.indimmediate and r.condeferrable then ', deferrable' else '' end
  || case when not i.indimmediate and r.condeferred then ', initially deferred' else '' end
  || case when i.indisreplident then ', replica identity' else '' end
from pg_catalog.pg_index i
join pg_catalog.pg_class c on c.oid = i.indexrelid
join pg_catalog.pg_class t on t.oid = i.indrelid
join pg_catalog.pg_am am on am.oid = c.relam
left join pg_catalog.pg_constraint r on r.conrelid = i.indrelid and r.conindid = i.indexrelid and r.contype in ('p', 'u', 'x')
where i.indexrelid = ${oid}
