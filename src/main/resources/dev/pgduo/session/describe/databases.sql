--: title List of databases
select d.datname as "Name", pg_catalog.pg_get_userbyid(d.datdba) as "Owner",
  pg_catalog.pg_encoding_to_char(d.encoding) as "Encoding",
--: if psql >= 16
--? pg < 15 : 'libc' as "Locale Provider",
--? pg >= 15 : case d.datlocprovider when 'b' then 'builtin' when 'c' then 'libc' when 'i' then 'icu' end as "Locale Provider",
  d.datcollate as "Collate", d.datctype as "Ctype",
--? pg < 15 : null
--? pg >= 15 and pg < 17 : d.daticulocale
--? pg >= 17 : d.datlocale
--? psql < 17 : as "ICU Locale",
--? psql >= 17 : as "Locale",
--? pg < 16 : null as "ICU Rules",
--? pg >= 16 : d.daticurules as "ICU Rules",
--: else
  d.datcollate as "Collate", d.datctype as "Ctype",
--: if pg < 15
  null as "ICU Locale", 'libc' as "Locale Provider",
--: else
--? pg < 17 : d.daticulocale as "ICU Locale",
--? pg >= 17 : d.datlocale as "ICU Locale",
  case d.datlocprovider when 'b' then 'builtin' when 'c' then 'libc' when 'i' then 'icu' end as "Locale Provider",
--: end
--: end
  ${acl d.datacl} as "Access privileges"
--: if verbose
  , case when pg_catalog.has_database_privilege(d.datname, 'CONNECT')
    then pg_catalog.pg_size_pretty(pg_catalog.pg_database_size(d.datname)) else 'No Access' end as "Size",
  t.spcname as "Tablespace",
  pg_catalog.shobj_description(d.oid, 'pg_database') as "Description"
--: end
from pg_catalog.pg_database d
--? verbose : join pg_catalog.pg_tablespace t on t.oid = d.dattablespace
where true
--: match 1 | name d.datname | parts 1
order by 1
