--: title List of foreign-data wrappers
select w.fdwname as "Name", pg_catalog.pg_get_userbyid(w.fdwowner) as "Owner",
  w.fdwhandler::pg_catalog.regproc as "Handler", w.fdwvalidator::pg_catalog.regproc as "Validator"
--: if verbose
  , ${acl w.fdwacl} as "Access privileges",
  case when w.fdwoptions is null then '' else '(' || pg_catalog.array_to_string(array(
    select pg_catalog.quote_ident(option_name) || ' ' || pg_catalog.quote_literal(option_value)
    from pg_catalog.pg_options_to_table(w.fdwoptions)), ', ') || ')' end as "FDW options",
  d.description as "Description"
--: end
from pg_catalog.pg_foreign_data_wrapper w
--? verbose : left join pg_catalog.pg_description d on d.classoid = w.tableoid and d.objoid = w.oid and d.objsubid = 0
where true
--: match 1 | name w.fdwname | parts 1
order by 1
