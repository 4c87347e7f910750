--: title List of foreign servers
select s.srvname as "Name", pg_catalog.pg_get_userbyid(s.srvowner) as "Owner", w.fdwname as "Foreign-data wrapper"
--: if verbose
  , ${acl s.srvacl} as "Access privileges",
  s.srvtype as "Type", s.srvversion as "Version",
  case when s.srvoptions is null then '' else '(' || pg_catalog.array_to_string(array(
    select pg_catalog.quote_ident(option_name) || ' ' || pg_catalog.quote_literal(option_value)
    from pg_catalog.pg_options_to_table(s.srvoptions)), ', ') || ')' end as "FDW options",
  d.description as "Description"
--: end
from pg_catalog.pg_foreign_server s
join pg_catalog.pg_foreign_data_wrapper w on w.oid = s.srvfdw
--? verbose : left join pg_catalog.pg_description d on d.classoid = s.tableoid and d.objoid = s.oid and d.objsubid = 0
where true
--: match 1 | name s.srvname | parts 1
order by 1
