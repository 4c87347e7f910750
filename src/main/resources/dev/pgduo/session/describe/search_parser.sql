--: title Text search parser ${named}
--: uncounted
select m.method as "Method", m.function as "Function", pg_catalog.obj_description(m.function, 'pg_proc') as "Description"
from pg_catalog.pg_ts_parser p
cross join lateral (values
  (1, 'Start parse', p.prsstart), (2, 'Get next token', p.prstoken), (3, 'End parse', p.prsend),
  (4, 'Get headline', p.prsheadline), (5, 'Get token types', p.prslextype)) m(place, method, function)
where p.oid = ${oid}
order by m.place
