--: title List of event triggers
select e.evtname as "Name", e.evtevent as "Event", pg_catalog.pg_get_userbyid(e.evtowner) as "Owner",
  case e.evtenabled when 'O' then 'enabled' when 'R' then 'replica' when 'A' then 'always' when 'D' then 'disabled' end as "Enabled",
  e.evtfoid::pg_catalog.regproc as "Function",
  pg_catalog.array_to_string(e.evttags, ', ') as "Tags"
--? verbose : , pg_catalog.obj_description(e.oid, 'pg_event_trigger') as "Description"
from pg_catalog.pg_event_trigger e
where true
--: match 1 | name e.evtname | parts 1
order by 1
