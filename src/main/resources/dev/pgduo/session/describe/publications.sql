--: if pg < 10
--: refuse The server (version ${server}) does not support publications.
--: end
--: if verbose
--: each publication
--: if pattern
--: none Did not find any publication named "${pattern}".
--: else
--: none Did not find any publications.
--: end
select pubname as name, oid, puballtables as all_tables
--: else
--: title List of publications
select pubname as "Name", pg_catalog.pg_get_userbyid(pubowner) as "Owner", puballtables as "All tables",
  pubinsert as "Inserts", pubupdate as "Updates", pubdelete as "Deletes"
--? pg >= 11 : , pubtruncate as "Truncates"
--? pg >= 18 and psql >= 18 : , case pubgencols when 'n' then 'none' when 's' then 'stored' end as "Generated columns"
--? pg >= 13 : , pubviaroot as "Via root"
--: end
from pg_catalog.pg_publication
where true
--: match 1 | name pubname | parts 1
order by 1
