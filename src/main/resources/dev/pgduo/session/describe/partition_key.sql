--: when kind p
select null, 'Partition key: ' || coalesce(pg_catalog.pg_get_partkeydef(${oid}::pg_catalog.oid), '')
