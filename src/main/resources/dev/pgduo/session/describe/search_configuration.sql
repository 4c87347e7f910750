--: title Text search configuration ${named}\nParser: ${parser}
--: uncounted
select (select t.alias from pg_catalog.ts_token_type(c.cfgparser) t where t.tokid = m.maptokentype) as "Token",
  pg_catalog.btrim(array(
    select d.mapdict::pg_catalog.regdictionary from pg_catalog.pg_ts_config_map d
    where d.mapcfg = m.mapcfg and d.maptokentype = m.maptokentype
    order by d.mapseqno)::pg_catalog.text, '{}') as "Dictionaries"
from pg_catalog.pg_ts_config c
join pg_catalog.pg_ts_config_map m on m.mapcfg = c.oid
where c.oid = ${oid}
group by m.mapcfg, m.maptokentype, c.cfgparser
order by 1
