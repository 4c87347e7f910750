--: title Token types for parser ${named}
--: counted
select alias as "Token name", description as "Description"
from pg_catalog.ts_token_type(${oid}::pg_catalog.oid)
order by 1
