--: when not all_tables and pg >= 15
select 'Tables from schemas:', '    "' || n.nspname || '"'
from pg_catalog.pg_publication_namespace pn
join pg_catalog.pg_namespace n on n.oid = pn.pnnspid
where pn.pnpubid = ${oid}
order by n.nspname
