--: title List of collations
select n.nspname as "Schema", c.collname as "Name",
--: if psql >= 16
--? pg < 10 : 'libc' as "Provider",
--: if pg >= 10
  case c.collprovider when 'd' then 'default' when 'b' then 'builtin' when 'c' then 'libc' when 'i' then 'icu' end as "Provider",
--: end
  c.collcollate as "Collate", c.collctype as "Ctype",
--? pg < 15 : c.collcollate
--? pg >= 15 and pg < 17 : c.colliculocale
--? pg >= 17 : c.colllocale
--? psql < 17 : as "ICU Locale",
--? psql >= 17 : as "Locale",
--? pg < 16 : null as "ICU Rules",
--? pg >= 16 : c.collicurules as "ICU Rules",
--: else
  c.collcollate as "Collate", c.collctype as "Ctype",
--? pg < 15 : c.collcollate as "ICU Locale",
--: if pg >= 15
--? pg < 17 : c.colliculocale as "ICU Locale",
--? pg >= 17 : c.colllocale as "ICU Locale",
--: end
--: if pg >= 10
  case c.collprovider when 'd' then 'default' when 'b' then 'builtin' when 'c' then 'libc' when 'i' then 'icu' end as "Provider",
--: else
  'libc' as "Provider",
--: end
--: end
--? pg >= 12 : case when c.collisdeterministic then 'yes' else 'no' end as "Deterministic?"
--? pg < 12 : 'yes' as "Deterministic?"
--? verbose : , pg_catalog.obj_description(c.oid, 'pg_collation') as "Description"
from pg_catalog.pg_collation c
join pg_catalog.pg_namespace n on n.oid = c.collnamespace
where c.collencoding in (-1, pg_catalog.pg_char_to_encoding(pg_catalog.getdatabaseencoding()))
--? not system and not pattern : and n.nspname not in ('pg_catalog', 'information_schema')
--: match 1 | schema n.nspname | name c.collname | visible pg_catalog.pg_collation_is_visible(c.oid) | parts 3
order by 1, 2
