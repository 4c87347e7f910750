--: when kind S
--: title ${title}
--: uncounted
--: footer sequence_owner
--: if pg >= 10
select pg_catalog.format_type(seqtypid, null) as "Type", seqstart as "Start", seqmin as "Minimum", seqmax as "Maximum",
  seqincrement as "Increment", case when seqcycle then 'yes' else 'no' end as "Cycles?", seqcache as "Cache"
from pg_catalog.pg_sequence
where seqrelid = ${oid}
--: else
select 'bigint' as "Type", start_value as "Start", min_value as "Minimum", max_value as "Maximum",
  increment_by as "Increment", case when is_cycled then 'yes' else 'no' end as "Cycles?", cache_value as "Cache"
from ${qualified}
--: end
