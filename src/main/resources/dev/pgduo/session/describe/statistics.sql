--: title List of extended statistics
--: if pg < 10
--: refuse The server (version ${server}) does not support extended statistics.
--: end
select e.stxnamespace::pg_catalog.regnamespace::pg_catalog.text as "Schema", e.stxname as "Name",
--: if pg >= 14
  pg_catalog.format('%s FROM %s', pg_catalog.pg_get_statisticsobjdef_columns(e.oid), e.stxrelid::pg_catalog.regclass) as "Definition",
--: else
  pg_catalog.format('%s FROM %s',
    (select pg_catalog.string_agg(pg_catalog.quote_ident(a.attname), ', ')
     from pg_catalog.unnest(e.stxkeys) k(attnum)
     join pg_catalog.pg_attribute a on a.attrelid = e.stxrelid and a.attnum = k.attnum and not a.attisdropped),
    e.stxrelid::pg_catalog.regclass) as "Definition",
--: end
  case when 'd' = any (e.stxkind) then 'defined' end as "Ndistinct",
  case when 'f' = any (e.stxkind) then 'defined' end as "Dependencies"
--? pg >= 12 : , case when 'm' = any (e.stxkind) then 'defined' end as "MCV"
from pg_catalog.pg_statistic_ext e
where true
--: match 1 | schema e.stxnamespace::pg_catalog.regnamespace::pg_catalog.text | name e.stxname | visible pg_catalog.pg_statistics_obj_is_visible(e.oid) | parts 3
order by 1, 2
