--: when pattern and pg >= 15
select 'Publications:', '    "' || p.pubname || '"'
from pg_catalog.pg_publication p
join pg_catalog.pg_publication_namespace pn on pn.pnpubid = p.oid
join pg_catalog.pg_namespace n on n.oid = pn.pnnspid
where n.nspname = ${'pattern'}
order by p.pubname
