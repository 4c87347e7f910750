--: title List of languages
select l.lanname as "Name", pg_catalog.pg_get_userbyid(l.lanowner) as "Owner", l.lanpltrusted as "Trusted"
--: if verbose
  , not l.lanispl as "Internal language",
  l.lanplcallfoid::pg_catalog.regprocedure as "Call handler",
  l.lanvalidator::pg_catalog.regprocedure as "Validator",
  l.laninline::pg_catalog.regprocedure as "Inline handler",
  ${acl l.lanacl} as "Access privileges"
--: end
  , d.description as "Description"
from pg_catalog.pg_language l
left join pg_catalog.pg_description d on d.classoid = l.tableoid and d.objoid = l.oid and d.objsubid = 0
where true
--: match 1 | name l.lanname | parts 2
--? not system and not pattern : and l.lanplcallfoid <> 0
order by 1
