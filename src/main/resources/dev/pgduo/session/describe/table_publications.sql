--: when pg >= 10 and kind rmfpIt
select 'Publications:',
  '    "' || p.pubname || '"' || coalesce(' (' || p.columns || ')', '') || coalesce(' WHERE ' || p.filter, '')
from (
--: if pg >= 15
  select p.pubname, null as filter, null as columns
  from pg_catalog.pg_publication p
  join pg_catalog.pg_publication_namespace pn on pn.pnpubid = p.oid
  join pg_catalog.pg_class c on c.relnamespace = pn.pnnspid
  where c.oid = ${oid} and pg_catalog.pg_relation_is_publishable(${oid})
  union
  select p.pubname, pg_catalog.pg_get_expr(pr.prqual, pr.prrelid), case when pr.prattrs is not null then (
    select pg_catalog.string_agg(a.attname, ', ')
    from pg_catalog.generate_series(0, pg_catalog.array_upper(pr.prattrs::pg_catalog.int2[], 1)) s,
      pg_catalog.pg_attribute a
    where a.attrelid = pr.prrelid and a.attnum = pr.prattrs[s]) end
  from pg_catalog.pg_publication p
  join pg_catalog.pg_publication_rel pr on pr.prpubid = p.oid
  where pr.prrelid = ${oid}
  union
--: else
  select p.pubname, null as filter, null as columns
  from pg_catalog.pg_publication p
  join pg_catalog.pg_publication_rel pr on pr.prpubid = p.oid
  where pr.prrelid = ${oid}
  union all
--: end
  select p.pubname, null, null
  from pg_catalog.pg_publication p
  where p.puballtables and pg_catalog.pg_relation_is_publishable(${oid})
) p
order by p.pubname
