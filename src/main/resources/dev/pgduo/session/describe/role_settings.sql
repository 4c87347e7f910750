--: title List of settings
--: if second_pattern
--: none Did not find any settings for role "${pattern}" and database "${second_pattern}".
--: else
--: if pattern
--: none Did not find any settings for role "${pattern}".
--: else
--: none Did not find any settings.
--: end
--: end
select r.rolname as "Role", d.datname as "Database", pg_catalog.array_to_string(s.setconfig, E'\n') as "Settings"
from pg_catalog.pg_db_role_setting s
left join pg_catalog.pg_database d on d.oid = s.setdatabase
left join pg_catalog.pg_roles r on r.oid = s.setrole
where true
--: match 1 | name r.rolname | parts 1
--: match 2 | name d.datname | parts 1
order by 1, 2
