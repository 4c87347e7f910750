--: when verbose and rules and kind vm
select 'Rules:', ' ' || pg_catalog.substr(pg_catalog.rtrim(pg_catalog.pg_get_ruledef(r.oid, true), ';'), 13)
from pg_catalog.pg_rewrite r
where r.ev_class = ${oid} and r.rulename <> '_RETURN'
order by r.rulename
