--: if signature
select null, pg_catalog.pg_get_functiondef(${'name'}::pg_catalog.regprocedure)
--: else
select null, pg_catalog.pg_get_functiondef(${'name'}::pg_catalog.regproc)
--: end
