--: title Publication ${name}
--: left
--: footer publication_tables
--: footer publication_schemas
select pg_catalog.pg_get_userbyid(pubowner) as "Owner", puballtables as "All tables",
  pubinsert as "Inserts", pubupdate as "Updates", pubdelete as "Deletes"
--? pg >= 11 : , pubtruncate as "Truncates"
--? pg >= 18 and psql >= 18 : , case pubgencols when 'n' then 'none' when 's' then 'stored' end as "Generated columns"
--? pg >= 13 : , pubviaroot as "Via root"
from pg_catalog.pg_publication
where oid = ${oid}
