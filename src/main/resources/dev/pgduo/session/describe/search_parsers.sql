--: if verbose
--: each search_parser
--: each search_tokens
--: if pattern
--: none Did not find any text search parser named "${pattern}".
--: else
--: none Did not find any text search parsers.
--: end
select p.oid, n.nspname, p.prsname,
  '"' || coalesce(n.nspname || '.', '') || p.prsname || '"' as named
--: else
--: title List of text search parsers
select n.nspname as "Schema", p.prsname as "Name", pg_catalog.obj_description(p.oid, 'pg_ts_parser') as "Description"
--: end
from pg_catalog.pg_ts_parser p
left join pg_catalog.pg_namespace n on n.oid = p.prsnamespace
where true
--: match 1 | schema n.nspname | name p.prsname | visible pg_catalog.pg_ts_parser_is_visible(p.oid) | parts 3
order by 1, 2
