--: when rules and kind rfpIt
select case r.ev_enabled when 'O' then 'Rules:' when 'D' then 'Disabled rules:' when 'A' then 'Rules firing always:'
    else 'Rules firing on replica only:' end,
  '    ' || pg_catalog.substr(pg_catalog.rtrim(pg_catalog.pg_get_ruledef(r.oid, true), ';'), 13)
from pg_catalog.pg_rewrite r
where r.ev_class = ${oid}
order by pg_catalog.strpos('ODAR', r.ev_enabled::pg_catalog.text), r.rulename
