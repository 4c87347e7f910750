--: title List of access methods
select amname as "Name", case amtype when 'i' then 'Index' when 't' then 'Table' end as "Type"
--: if verbose
  , amhandler as "Handler", pg_catalog.obj_description(oid, 'pg_am') as "Description"
--: end
from pg_catalog.pg_am
where true
--: match 1 | name amname | parts 1
order by 1
